interface Page<Row> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null }
  readonly edges: readonly { readonly node: Row }[]
}

const ROWS_PER_PAGE = 100

/** All rows of a connection, page by page: for lists that are short and shown whole. */
export async function everyPage<Row>(
  read: (page: { first: number; after: string | null }) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  do {
    const { edges, pageInfo }: Page<Row> = await read({ first: ROWS_PER_PAGE, after })
    rows.push(...edges.map(({ node }) => node))
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null
  } while (after !== null)
  return rows
}
