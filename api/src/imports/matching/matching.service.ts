import type { DateOrder } from '@alongside/shared/calendar/days-in-cells'
import { type ImportColumn, missingColumns, plainWords } from '@alongside/shared/imports/import-columns'
import type { ImportKind } from '@alongside/shared/imports/import-states'
import { canBeMatched, type RowProblem, type ValueMatches } from '@alongside/shared/imports/row-problems'
import { cellsOf, matchedCells } from '@alongside/shared/imports/row-cells'
import { type NamedValue, suggestValue } from '@alongside/shared/imports/cell-values'
import { CE_CATEGORIES } from '@alongside/shared/certification/catalogue/ce-category'
import { DELIVERY_MODES } from '@alongside/shared/certification/catalogue/delivery-mode'
import { JOB_TITLES } from '@alongside/shared/people/placements/job-titles'
import { ROLES } from '@alongside/shared/people/roles'
import type { Reader } from '../../database/statement-queue.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { credentialsOffered } from '../facts/certification-facts.ts'
import { agenciesIn, teamsIn } from '../facts/people-facts.ts'
import { keptRows } from './kept-file.ts'
import type { ImportMatching, ImportOption, ImportValue } from './matching.types.ts'

// How a file is read, and what of it is not known: columns, the order of its days, and texts.

const MAX_VALUES = 200
const LONGEST_TEXT = 100

interface Batch {
  readonly kind: ImportKind
  readonly state: string
  readonly headings: readonly string[]
  readonly columns: readonly (ImportColumn | null)[]
  readonly dateOrder: DateOrder | null
  readonly matches: ValueMatches
  readonly homeState: string | null
}

export async function importMatching(ctx: RequestContext, importId: string): Promise<ImportMatching> {
  const [[batch], rows] = await Promise.all([
    ctx.unit.run<Batch>(
      `select b.kind, b.state, b.headings, b.columns, b.date_order as "dateOrder", b.value_matches as matches,
              o.home_state as "homeState"
         from import_batch b join organization o on o.id = b.organization_id
        where b.organization_id = (select access.organization_id()) and b.id = $1 and b.rows_until > access.now()`,
      [importId],
    ),
    keptRows(ctx.unit, importId),
  ])
  if (!batch) throw notFound()
  const read = rows.map(({ cells, problems }) => ({
    cells: matchedCells(cellsOf(batch.columns, cells), batch.matches),
    problems,
  }))
  const unknown = batch.state === 'PREVIEWED' ? unknownTexts(read) : []
  const choices = await choicesOf(ctx.unit, new Set(unknown.map(({ column }) => column)), batch.homeState)
  return {
    places: batch.columns.map((column, place) => ({
      heading: batch.headings[place] ?? '',
      column,
      example: exampleIn(rows.map(({ cells }) => cells[place] ?? '')),
    })),
    missing: missingColumns(batch.kind, batch.columns),
    dateOrder: batch.dateOrder,
    isDateOrderAsked: rows.some(({ problems }) =>
      problems.some(({ problem }) => problem === 'ambiguous-date'),
    ),
    values: unknown.map((each) => ({
      ...each,
      suggestion: suggestValue(
        each.text,
        choices.filter(({ column }) => column === each.column),
      ),
    })),
    options: choices.map(({ column, value, label }) => ({ column, value, label })),
  }
}

const exampleIn = (texts: readonly string[]): string | null =>
  texts.find((text) => text.trim() !== '')?.slice(0, LONGEST_TEXT) ?? null

/** Each text once, with how many rows have it. */
function unknownTexts(
  rows: readonly { cells: Partial<Record<ImportColumn, string>>; problems: readonly RowProblem[] }[],
): Omit<ImportValue, 'suggestion'>[] {
  const found = new Map<string, Omit<ImportValue, 'suggestion'>>()
  for (const { cells, problems } of rows)
    for (const problem of problems) {
      const { column } = problem
      if (column === null || !canBeMatched(problem)) continue
      const text = (cells[column] ?? '').trim().slice(0, LONGEST_TEXT)
      const key = `${column} ${plainWords(text)}`
      const rowCount = (found.get(key)?.rowCount ?? 0) + 1
      found.set(key, { column, text: found.get(key)?.text ?? text, rowCount })
    }
  return [...found.values()].sort((one, other) => other.rowCount - one.rowCount).slice(0, MAX_VALUES)
}

type Choice = ImportOption & NamedValue

const SHARES = ['1', '0.9', '0.8', '0.75', '0.7', '0.6', '0.5', '0.4', '0.3', '0.25', '0.2', '0.1']

/** What the texts of these columns can be matched with. Credentials of the organization's own state come first. */
async function choicesOf(
  db: Reader,
  columns: ReadonlySet<ImportColumn>,
  homeState: string | null,
): Promise<Choice[]> {
  const coded = (column: ImportColumn, values: readonly string[]): Choice[] =>
    columns.has(column) ? values.map((value) => ({ column, value, label: null, name: value })) : []
  const named = async (column: ImportColumn, list: () => Promise<readonly { id: string; name: string }[]>) =>
    columns.has(column)
      ? (await list()).map(({ id, name }): Choice => ({ column, value: id, label: name, name }))
      : []
  const [agencies, teams, credentials] = await Promise.all([
    named('HOST_AGENCY', () => agenciesIn(db)),
    named('TEAM', () => teamsIn(db)),
    columns.has('CREDENTIAL') ? credentialsOffered(db) : [],
  ])
  const isHome = ({ state }: { state: string }): number => (state === homeState ? 0 : 1)
  const offered = credentials
    .toSorted((one, other) => isHome(one) - isHome(other) || (one.state < other.state ? -1 : 1))
    .map(({ value, state, abbreviation, name }): Choice => {
      // Only those of the own state and of national boards are suggested: abbreviations repeat from state to state.
      const isNear = state === homeState || state === 'US'
      const label = `${abbreviation} · ${state} · ${name}`
      return { column: 'CREDENTIAL', value, label, name: isNear ? abbreviation : '' }
    })
  return [
    ...agencies,
    ...teams,
    ...coded('JOB_TITLE', JOB_TITLES),
    ...coded('ROLES', ROLES),
    ...coded('FULL_TIME_SHARE', SHARES),
    ...offered,
    ...coded('TOPICS', CE_CATEGORIES),
    ...coded('DELIVERY_MODE', DELIVERY_MODES),
  ]
}
