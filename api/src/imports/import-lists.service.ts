import type { ImportRowResult } from '@alongside/shared/imports/import-states'
import { IMPORT_COLUMNS, type ImportColumn } from '@alongside/shared/imports/import-columns'
import { cellsOf } from '@alongside/shared/imports/row-cells'
import type { RowCells, RowProblem } from '@alongside/shared/imports/row-problems'
import { AN_ID, AN_INSTANT, connectionOf, type PageArgs, pageFrom } from '../server/graphql/connection.ts'
import { notFound } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import type { ImportConnection, ImportRowConnection, ImportType } from './imports.types.ts'

// What a person sees of their imports: all of them, one of them, and its lines while they are kept.

export async function imports(ctx: RequestContext, pageArgs: PageArgs): Promise<ImportConnection> {
  const page = pageFrom(pageArgs, [AN_INSTANT, AN_ID])
  const [at, id] = page.after ?? [null, null]
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<ImportType>(
      `${IMPORTS} and ($1::timestamptz is null or (b.uploaded_at, b.id) < ($1, $2::uuid))
        order by b.uploaded_at desc, b.id desc limit $3`,
      [at, id, page.first + 1],
    ),
    ctx.unit.run<{ total: number }>(
      'select count(*) as total from import_batch where organization_id = (select access.organization_id())',
    ),
  ])
  const positionOf = (each: ImportType) => [each.uploadedAt.toISOString(), each.id]
  return connectionOf(rows, page, counted?.total ?? 0, positionOf)
}

export async function importById(ctx: RequestContext, importId: string): Promise<ImportType> {
  const [found] = await ctx.unit.run<ImportType>(`${IMPORTS} and b.id = $1`, [importId])
  if (!found) throw notFound()
  return found
}

export interface KeptRow {
  readonly line: number
  readonly result: ImportRowResult
  readonly keptBecause: string | null
  readonly cells: RowCells
  readonly problems: readonly RowProblem[]
}
type StoredRow = Omit<KeptRow, 'cells'> & {
  readonly row: readonly string[]
  readonly columns: readonly (ImportColumn | null)[]
}

export async function importRows(
  ctx: RequestContext,
  importId: string,
  results: readonly ImportRowResult[],
  pageArgs: PageArgs,
): Promise<ImportRowConnection> {
  const page = pageFrom(pageArgs, [1])
  const only = results.length > 0 ? results : null
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<StoredRow>(`${ROWS} and r.line > $3 order by r.line limit $4`, [
      importId,
      only,
      page.after?.[0] ?? 0,
      page.first + 1,
    ]),
    ctx.unit.run<{ count: number }>(`select count(*)::integer as count from (${ROWS}) r`, [importId, only]),
    importById(ctx, importId),
  ])
  return connectionOf(rows.map(keptRow).map(toGraphqlRow), page, counted?.count ?? 0, ({ line }) => [line])
}

/** Every line, while they are kept. */
export async function everyImportRow(
  ctx: RequestContext,
  importId: string,
  results: readonly ImportRowResult[],
): Promise<KeptRow[]> {
  const only = results.length > 0 ? results : null
  const [rows] = await Promise.all([
    ctx.unit.run<StoredRow>(`${ROWS} order by r.line`, [importId, only]),
    importById(ctx, importId),
  ])
  return rows.map(keptRow)
}

const keptRow = ({ row, columns, ...kept }: StoredRow): KeptRow => ({ ...kept, cells: cellsOf(columns, row) })

function toGraphqlRow({ line, result, keptBecause, cells, problems }: KeptRow) {
  return {
    line,
    result,
    keptBecause,
    cells: IMPORT_COLUMNS.flatMap((column) => {
      const text = cells[column]
      return text === undefined ? [] : [{ column, text }]
    }),
    problems: problems.map(({ column, problem, line: other }) => ({
      column,
      problem,
      otherLine: other ?? null,
    })),
  }
}

const IMPORTS = /* sql */ `
  select b.id, b.kind, b.file_name as "fileName", b.encoding,
         array(select heading from unnest(b.headings, b.columns) with ordinality as u (heading, means, place)
                where heading <> '' and means is null order by place limit 20) as "unknownHeadings",
         case when b.state = 'PREVIEWED' and b.rows_until <= access.now() then 'EXPIRED' else b.state end as state,
         b.row_count as "rowCount", b.new_count as "newCount", b.present_count as "presentCount",
         b.problem_count as "problemCount", b.made_count as "madeCount", b.removed_count as "removedCount",
         b.uploaded_at as "uploadedAt", b.rows_until as "rowsUntil", b.confirmed_at as "confirmedAt",
         b.undone_at as "undoneAt", jsonb_build_object('id', m.id, 'displayName', m.display_name) as "importedBy",
         b.state = 'CONFIRMED' and b.rows_until > access.now() as "canBeUndone"
    from import_batch b
    join membership m on m.organization_id = b.organization_id and m.id = b.imported_by
   where b.organization_id = (select access.organization_id())`

/** What is due to be erased is not shown any more, even before it is. */
const ROWS = /* sql */ `
  select r.line, r.outcome as result, r.kept_because as "keptBecause", r."values" as row, b.columns, r.problems
    from import_row r
    join import_batch b on b.organization_id = r.organization_id and b.id = r.batch_id
   where r.organization_id = (select access.organization_id()) and r.batch_id = $1 and b.rows_until > access.now()
     and ($2::text[] is null or r.outcome = any ($2))`
