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

export function csvOf<Row>(columns: CsvColumns<Row>, rows: readonly Row[]): string {
  return [...csvTable(columns, rows).lines].join('')
}

const lineOf = (cells: readonly CsvCell[]): string => `${cells.map(written).join(',')}\r\n`

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it; a number stays one. Some read `;`, a
 * tab or a bar as the end of a cell, and full-width signs as formulas too.
 */
function written(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell
  return /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
