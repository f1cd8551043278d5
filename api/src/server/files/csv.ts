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
/**
 * What a spreadsheet would take for a formula gets an apostrophe before it, also in full-width signs, and also after a
 * sign at which a spreadsheet of another language splits, since quotes do not stop that; a number stays one.
 */
const AFTER_A_SPLIT = /(?<=[;|,\t\r\n])(?=[=+\-@＝＋－＠])/gu
const AT_THE_START = /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u

function written(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const inner = cell.replaceAll(AFTER_A_SPLIT, "'")
  const text = AT_THE_START.test(inner) ? `'${inner}` : inner
  return /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
