import { COLUMNS_OF, IMPORT_LIMITS, plainWords } from '@alongside/shared/imports/import-columns'
import { MATCHED_COLUMNS, type ValueMatches } from '@alongside/shared/imports/row-problems'
import { validateText, type ValidationError } from '@alongside/shared/validation/validation-error'
import { moreTime, type Write, writeSql } from '../../database/reads-and-writes.ts'
import { updateOf } from '../../database/statements.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { ImportBatch } from '../import-batch.entity.ts'
import { assessedAgain, batchForUpdate, type KeptBatch, stillOpen } from './kept-file.ts'
import type { UpdateImportInput } from './matching.types.ts'

// Settles how a file is read that waits to be confirmed: columns, the order of days, values; and mends cells in place.

const MAX_MATCHES = 200
const MAX_CELLS = 100
const MAX_VALUE = 100
const MAX_PLACES = 120
const MORE_TIME = moreTime(60_000)

export async function updateImport(ctx: RequestContext, input: UpdateImportInput): Promise<void> {
  await ctx.unit.transaction(async (tx) => {
    const [, [found]] = await tx.write([MORE_TIME, batchForUpdate(input.importId)])
    const batch = stillOpen(found)
    rejectIfInvalid(validateUpdate(input, batch))
    const columns = withColumnsOf(input, input.columns ?? batch.columns)
    const dateOrder = input.dateOrder ?? batch.dateOrder
    const matches = withMatches(batch.matches, input)
    await tx.write([
      updateOf(ImportBatch, { id: input.importId }, { columns, dateOrder, valueMatches: matches }),
      ...mended(input, columns),
    ])
    await assessedAgain(tx, input.importId, { kind: batch.kind, columns, dateOrder, matches })
  })
}

function validateUpdate({ columns, matches, cells }: UpdateImportInput, batch: KeptBatch): ValidationError[] {
  const { kind, columns: before } = batch
  const named = (columns ?? []).filter((column) => column !== null)
  const errors: ValidationError[] = []
  if (columns && columns.length !== before.length)
    errors.push({
      field: 'columns',
      problem: columns.length < before.length ? 'too-few' : 'too-many',
      limit: before.length,
    })
  if (new Set(named).size < named.length) errors.push({ field: 'columns', problem: 'repeated' })
  if (named.some((column) => !COLUMNS_OF[kind].includes(column)))
    errors.push({ field: 'columns', problem: 'not-an-option' })
  if ((matches ?? []).length > MAX_MATCHES)
    errors.push({ field: 'matches', problem: 'too-many', limit: MAX_MATCHES })
  if ((cells ?? []).length > MAX_CELLS) errors.push({ field: 'cells', problem: 'too-many', limit: MAX_CELLS })
  for (const [place, { column, text, value }] of (matches ?? []).entries()) {
    if (!MATCHED_COLUMNS.includes(column))
      errors.push({ field: `matches.${place}.column`, problem: 'not-an-option' })
    errors.push(...validateText(`matches.${place}.text`, text, IMPORT_LIMITS.cellLength))
    errors.push(...validateText(`matches.${place}.value`, value, MAX_VALUE))
  }
  for (const [place, { column, text }] of (cells ?? []).entries()) {
    if (!COLUMNS_OF[kind].includes(column))
      errors.push({ field: `cells.${place}.column`, problem: 'not-an-option' })
    errors.push(...validateText(`cells.${place}.text`, text, IMPORT_LIMITS.cellLength))
  }
  return errors
}

/** A cell of a column that the file has not gets a place of its own behind the others. */
function withColumnsOf({ cells }: UpdateImportInput, columns: KeptBatch['columns']): KeptBatch['columns'] {
  const further = new Set(
    (cells ?? []).map(({ column }) => column).filter((column) => !columns.includes(column)),
  )
  return [...columns, ...further].slice(0, MAX_PLACES)
}

function withMatches(before: ValueMatches, { matches }: UpdateImportInput): ValueMatches {
  const after = structuredClone(before) as Record<string, Record<string, string>>
  for (const { column, text, value } of matches ?? [])
    after[column] = { ...after[column], [plainWords(text)]: value }
  return after
}

/** Whoever mends a row has seen its further cells: they are left out. */
function mended({ importId, cells }: UpdateImportInput, columns: KeptBatch['columns']): Write[] {
  if (!cells || cells.length === 0) return []
  const changes = cells.map(({ line, column, text }) => ({ line, place: columns.indexOf(column), text }))
  return [
    writeSql(
      `update import_row r
          set problems = '[]',
              "values" = (select jsonb_agg(coalesce(c.text, r."values" ->> p, '') order by p)
                            from generate_series(0, $3::integer - 1) p
                            left join jsonb_to_recordset($2::jsonb) as c (line integer, place integer, text text)
                              on c.line = r.line and c.place = p)
        where r.organization_id = (select access.organization_id()) and r.batch_id = $1
          and r.line in (select m.line from jsonb_to_recordset($2::jsonb) as m (line integer))`,
      [importId, JSON.stringify(changes), columns.length],
    ),
  ]
}
