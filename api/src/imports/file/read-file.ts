import { IMPORT_LIMITS } from '@alongside/shared/imports/import-columns'
import { DomainError } from '../../server/graphql/domain-error.ts'
import { type CsvRecord, csvRecords, UnclosedQuote } from './csv-records.ts'
import { decodeText, type ImportEncoding } from './decode-text.ts'

// From the bytes of a file to its headings and rows. What is wrong with the file as a whole is one clear sentence.

export interface FileRow {
  /** The line of the file on which the row ends; the headings stand on the first. */
  readonly line: number
  /** As many cells as there are headings at most. */
  readonly cells: readonly string[]
  /** Whether more cells stood there. */
  readonly hasExtra: boolean
}

export interface ReadFile {
  readonly encoding: ImportEncoding
  readonly headings: readonly string[]
  readonly rows: readonly FileRow[]
}

const LONGEST_HEADING = 80
/** A cell that is longer was meant for another column; so much of it is shown. */
const LONGEST_CELL = 2_000

export function readFile(bytes: Uint8Array): ReadFile {
  const decoded = decodeText(bytes)
  if (!decoded) throw fileRefused('not-text', 'This is not a text file. Save it as CSV in UTF-8.')
  try {
    const [first, ...records] = recordsOf(decoded.text.replace(/^\uFEFF/, ''))
    if (!first) throw fileRefused('empty', 'There is nothing in this file.')
    const headings = headingsIn(first)
    if (records.length === 0) throw fileRefused('empty', 'There is no row below the headings.')
    const rows = records.map((record) => rowOf(record, headings.length))
    return { encoding: decoded.encoding, headings, rows }
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error
    throw new DomainError('BAD_INPUT', 'imports.not-csv', error.message, [
      { field: 'line', problem: 'not-text', limit: error.line },
    ])
  }
}

function recordsOf(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  for (const record of csvRecords(text)) {
    if (records.length > IMPORT_LIMITS.rows)
      throw fileRefused('too-many-rows', `A file carries at most ${IMPORT_LIMITS.rows} rows.`)
    records.push(record)
  }
  return records
}

/** What stands on the first line; a person there says that the headings were left out. */
function headingsIn({ cells }: CsvRecord): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  if (cells.some((cell) => cell.includes('@')))
    throw fileRefused('headings-missing', 'The first line holds a person instead of headings.')
  if (last >= IMPORT_LIMITS.columns)
    throw fileRefused('too-many-columns', `A file carries at most ${IMPORT_LIMITS.columns} columns.`)
  return cells
    .slice(0, last + 1)
    .map((cell) => storable(cell.trim()).slice(0, LONGEST_HEADING).toWellFormed())
}

/** Whatever stands in a cell is text, also what a spreadsheet would take for a formula. */
function rowOf({ cells, line }: CsvRecord, headings: number): FileRow {
  return {
    line,
    cells: cells.slice(0, headings).map((cell) => storable(cell).slice(0, LONGEST_CELL).toWellFormed()),
    hasExtra: cells.slice(headings).some((cell) => cell.trim() !== ''),
  }
}

/** A zero byte cannot be stored; the sign in its place is one that the rule refuses too. */
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed()

export function fileRefused(fact: string, message: string): DomainError {
  return new DomainError('BAD_INPUT', `imports.${fact}`, message)
}
