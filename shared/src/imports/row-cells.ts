/** From the places of a row to its cells by column; and what every kind of row reads in the same way. */
import { IMPORT_LIMITS, type ImportColumn, plainWords } from './import-columns.ts'
import {
  type ImportShape,
  MATCHED_COLUMNS,
  ROW_PROBLEMS,
  type RowCells,
  type RowProblem,
  type RowProblemKind,
} from './row-problems.ts'
import type { ValidationError } from '../validation/validation-error.ts'

/** As it stands in the file, without blank cells. */
export function cellsOf(columns: ImportShape['columns'], row: readonly string[]): RowCells {
  return Object.fromEntries(
    columns.flatMap((column, place) => {
      const text = row[place] ?? ''
      return column === null || text.trim() === '' ? [] : [[column, text] as const]
    }),
  )
}

/** With the values that the texts of this file were matched with. */
export function matchedCells(cells: RowCells, matches: ImportShape['matches']): RowCells {
  const changed = MATCHED_COLUMNS.flatMap((column) => {
    const value = matches[column]?.[plainWords(cells[column] ?? '')]
    return value === undefined ? [] : [[column, value] as const]
  })
  return { ...cells, ...Object.fromEntries(changed) }
}

/** The trimmed text of a column; blank where there is none. */
export type TextOf = (column: ImportColumn) => string
export const textOf =
  (cells: RowCells): TextOf =>
  (column) =>
    (cells[column] ?? '').trim()

/** In one column or in two. */
export function nameIn(text: TextOf): string {
  return text('NAME') || [text('FIRST_NAME'), text('LAST_NAME')].filter((part) => part !== '').join(' ')
}

/** Signs that cannot be kept, and texts longer than a cell may be. */
export function textProblems(cells: RowCells): RowProblem[] {
  return (Object.entries(cells) as [ImportColumn, string][]).flatMap(([column, cell]): RowProblem[] => {
    if (cell.includes('\0') || !cell.isWellFormed() || cell.includes('\uFFFD'))
      return [{ column, problem: 'not-text' }]
    return cell.length > IMPORT_LIMITS.cellLength ? [{ column, problem: 'too-long' }] : []
  })
}

/** What a rule refused, in the column that its field stands in; null: the line. */
export function rowProblems(
  errors: readonly ValidationError[],
  columnOf: Readonly<Record<string, ImportColumn>>,
): RowProblem[] {
  return errors.map(({ field, problem }) => ({
    column: columnOf[field] ?? null,
    problem: (ROW_PROBLEMS as readonly string[]).includes(problem) ? (problem as RowProblemKind) : 'not-text',
  }))
}

/** Ids by name in `plainWords`; a name that several bear has several. */
export type IdsByName = ReadonlyMap<string, readonly string[]>

/** The one that bears this name. */
export function idOf(
  column: ImportColumn,
  ids: IdsByName,
  name: string,
  problems: RowProblem[],
): string | null {
  const [id, another] = ids.get(plainWords(name)) ?? []
  if (id === undefined || another !== undefined)
    problems.push({ column, problem: id === undefined ? 'not-found' : 'several-found' })
  return id ?? null
}

export interface PeopleByName {
  readonly byEmail: ReadonlyMap<string, string>
  readonly byName: IdsByName
}

/** Who is meant, by the address or else by the name; one of them is enough. */
export function personIn(
  text: TextOf,
  people: PeopleByName,
  canonical: (email: string) => string,
  problems: RowProblem[],
): string | null {
  if (text('EMAIL') !== '') {
    const id = people.byEmail.get(canonical(text('EMAIL')))
    if (id === undefined) problems.push({ column: 'EMAIL', problem: 'not-found' })
    return id ?? null
  }
  const column: ImportColumn = text('NAME') === '' && text('LAST_NAME') !== '' ? 'LAST_NAME' : 'NAME'
  if (nameIn(text) === '') problems.push({ column: 'EMAIL', problem: 'required' })
  else return idOf(column, people.byName, nameIn(text), problems)
  return null
}

/** Puts a day that was read into place, or says what is wrong with it. */
export function required(column: ImportColumn, text: TextOf, problems: RowProblem[]): string {
  if (text(column) === '') problems.push({ column, problem: 'required' })
  return text(column)
}
