import { useQuery } from '@pinia/colada'
import { computed, type Ref, shallowRef, watch } from 'vue'
import { useSession } from '../session/session.store.ts'
import { everyPage } from './every-page.ts'
import type { ListPrint } from './list-print.ts'

const ROWS_PER_PAGE = 25
const ROWS_ON_A_PHONE = 10

/** Where each row becomes a block of its own, a page of them is as short as a thumb can bear. */
export const fewOnPhones = (): number =>
  window.matchMedia('(max-width: 767px)').matches ? ROWS_ON_A_PHONE : ROWS_PER_PAGE

interface Page<Row> {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null }
  readonly edges: readonly { readonly node: Row }[]
}
type Question<Narrowed> = Narrowed & { first: number; after: string | null }

/**
 * One page of a connection, under the person's id: on a shared device nobody finds another's. Other filters or another
 * order begin at the first page again; the old rows stay until the new ones are there.
 */
export function usePagedList<Row, List extends Page<Row>, Narrowed extends object>(
  name: string,
  narrowed: Readonly<Ref<Narrowed>>,
  read: (question: Question<Narrowed>) => Promise<List & Page<Row>>,
  { rowsPerPage = ROWS_PER_PAGE, ...options }: { staleTime?: number; rowsPerPage?: number } = {},
) {
  const session = useSession()
  /** The cursors of the pages before this one, and how many rows each of them held. */
  const before = shallowRef<readonly { cursor: string; count: number }[]>([])
  watch(narrowed, () => (before.value = []))
  const question = computed<Question<Narrowed>>(() => ({
    ...narrowed.value,
    first: rowsPerPage,
    after: before.value.at(-1)?.cursor ?? null,
  }))
  const { data, error, isLoading, isPlaceholderData, refetch } = useQuery({
    key: () => [name, session.me?.membershipId ?? '', JSON.stringify(question.value)],
    query: () => read(question.value),
    placeholderData: (earlier) => earlier,
    ...options,
  })
  const list = computed<List | undefined>(() => data.value)
  const { whole, print } = useWhole<Row>(narrowed, (page) => read({ ...narrowed.value, ...page }))
  const rows = computed<Row[]>(() => whole.value ?? data.value?.edges.map(({ node }) => node) ?? [])
  const pager = computed(() => {
    const earlier = whole.value ? 0 : before.value.reduce((sum, { count }) => sum + count, 0)
    return { ...placeOf(data.value, earlier, rows.value.length), busy: isLoading.value }
  })

  function next(): void {
    const { pageInfo, edges = [] } = data.value ?? {}
    const cursor = pageInfo?.endCursor
    if (cursor) before.value = [...before.value, { cursor, count: edges.length }]
  }
  const previous = (): unknown => (before.value = before.value.slice(0, -1))
  return { list, rows, pager, print, error, isLoading, isPlaceholderData, refetch, next, previous }
}

/** Where the page is in the list; `from` and `to` count from one. */
function placeOf(page: Page<unknown> | undefined, earlier: number, shown: number) {
  return {
    from: earlier + 1,
    to: earlier + shown,
    total: page?.totalCount ?? 0,
    hasPrevious: earlier > 0,
    hasNext: page?.pageInfo.hasNextPage ?? false,
  }
}

/** All rows in place of the page, while they are printed. */
export function useWhole<Row>(
  narrowed: Readonly<Ref<object>>,
  read: (page: { first: number; after: string | null }) => Promise<Page<Row>>,
) {
  const whole = shallowRef<Row[] | null>(null)
  const print: ListPrint = {
    async showAll() {
      whole.value = await everyPage(read)
    },
    showPage: () => (whole.value = null),
  }
  watch(narrowed, print.showPage)
  return { whole, print }
}
