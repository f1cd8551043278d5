import { CsvError, parse } from 'csv-parse'
import {
  IMPORT_LIMITS,
  type PeopleColumn,
  readHeadings,
  sniffDelimiter,
} from '@alongside/shared/imports/import-columns'
import type { RowCells, RowProblem } from '@alongside/shared/imports/row-problems'
import { DomainError } from '../../server/graphql/domain-error.ts'
import { decodeText, type ImportEncoding } from './decode-text.ts'

// From the bytes of a file to its lines by column. What is wrong with the file as a whole is one clear sentence.

export interface FileLine {
  /** The line of the file on which the row ends; the headings stand on the first. */
  readonly line: number
  readonly cells: RowCells
  /** What is wrong with its shape, whatever stands in it. */
  readonly problems: readonly RowProblem[]
}

export interface PeopleFile {
  readonly encoding: ImportEncoding
  readonly unknownHeadings: readonly string[]
  readonly lines: readonly FileLine[]
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const MAX_HEADINGS_NAMED = 20
const LONGEST_HEADING = 80
/** Text goes through the parser in pieces, so that a file of too many lines is let go of early. */
const PIECE = 65_536

export async function readPeopleFile(bytes: Uint8Array): Promise<PeopleFile> {
  const decoded = decodeText(bytes)
  if (!decoded) throw fileRefused('not-text', 'This is not a text file. Save it as CSV in UTF-8.')
  const records = recordsOf(decoded.text.replace(/^\uFEFF/, ''))
  try {
    const first = await records.next()
    if (first.done) throw fileRefused('empty', 'There is nothing in this file.')
    const headings = checkedHeadings(first.value.record)
    const lines: FileLine[] = []
    for await (const each of records) {
      if (lines.length === IMPORT_LIMITS.rows)
        throw fileRefused('too-many-rows', `A file carries at most ${IMPORT_LIMITS.rows} rows.`)
      lines.push(lineOf(each, headings.columns))
    }
    if (lines.length === 0) throw fileRefused('empty', 'There is no row below the headings.')
    const unknownHeadings = headings.unknown
      .slice(0, MAX_HEADINGS_NAMED)
      .map((heading) => heading.trim().slice(0, LONGEST_HEADING).toWellFormed())
    return { encoding: decoded.encoding, unknownHeadings, lines }
  } catch (error) {
    if (error instanceof CsvError) throw fileRefused('not-csv', csvWords(error))
    throw error
  }
}

async function* recordsOf(text: string): AsyncGenerator<CsvRecord> {
  const parser = parse({
    delimiter: sniffDelimiter(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: 100_000,
  })
  // A piece at a time, as fast as it is read.
  const feeding = (async () => {
    for (let at = 0; at < text.length && !parser.destroyed; at += PIECE)
      if (!parser.write(text.slice(at, at + PIECE)))
        await new Promise<void>((resolve) => {
          parser.once('drain', resolve)
          parser.once('close', resolve)
        })
    if (!parser.destroyed) parser.end()
  })()
  try {
    for await (const each of parser) yield each as CsvRecord
    await feeding
  } finally {
    parser.destroy()
  }
}

function checkedHeadings(cells: readonly string[]) {
  const headings = readHeadings(cells)
  if (headings.missing.length > 0)
    throw fileRefused('headings-missing', `The headings lack: ${headings.missing.join(', ')}.`)
  if (headings.repeated.length > 0)
    throw fileRefused('headings-repeated', `Two headings mean the same: ${headings.repeated.join(', ')}.`)
  return headings
}

/** Whatever stands in a cell is text, also what a spreadsheet would take for a formula. */
function lineOf({ record, info }: CsvRecord, columns: readonly (PeopleColumn | null)[]): FileLine {
  const cells: Partial<Record<PeopleColumn, string>> = {}
  for (const [place, column] of columns.entries()) {
    const cell = record[place] ?? ''
    // A zero byte cannot be stored; the sign in its place is one that the rule refuses too.
    if (column !== null && cell.trim() !== '') cells[column] = cell.replaceAll('\0', '\uFFFD').toWellFormed()
  }
  const extra = record.slice(columns.length).some((cell) => cell.trim() !== '')
  return { line: info.lines, cells, problems: extra ? [{ column: null, problem: 'too-many-cells' }] : [] }
}

function csvWords({ code, lines }: CsvError & { lines?: number }): string {
  const where = typeof lines === 'number' ? ` near line ${lines}` : ''
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? `A quotation mark is opened${where} and never closed.`
    : `The file cannot be read as CSV${where}.`
}

export function fileRefused(fact: string, message: string): DomainError {
  return new DomainError('BAD_INPUT', `imports.${fact}`, message)
}
