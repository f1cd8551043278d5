/** A table as a file for a spreadsheet: RFC 4180, a line of titles, then one line a row. */
export type CsvCell = string | number | null
export type CsvColumns<Row> = readonly (readonly [title: string, of: (row: Row) => CsvCell])[]

/** A further column for programs: the code of what another column says in words. */
export function codeTitle(title: string): string {
  return `${title} (code)`
}

/** A file before it is sent: its lines are written one by one as they leave. */
export interface CsvTable {
  readonly rowCount: number
  readonly lines: Iterable<string>
}

export function csvTable<Row>(columns: CsvColumns<Row>, rows: readonly Row[]): CsvTable {
  function* lines(): Generator<string> {
    yield lineOf(columns.map(([title]) => title))
    for (const row of rows) yield lineOf(columns.map(([, of]) => of(row)))
  }
  return { rowCount: rows.length, lines: lines() }
}

const lineOf = (cells: readonly CsvCell[]): string => `${cells.map(written).join(',')}\r\n`

/**
 * What a spreadsheet would take for a formula gets an apostrophe before it, also after a sign at which a spreadsheet
 * of another language splits, and in full-width signs; a number stays one.
 */
const FORMULAS = /(^|[;,\t\r\n])(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])/g

function written(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = cell.replaceAll(FORMULAS, "$1'")
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
