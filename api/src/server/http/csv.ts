/** A table as a file for a spreadsheet: RFC 4180, a line of titles, then one line a row. */
export type CsvCell = string | number | null
export type CsvColumns<Row> = readonly (readonly [title: string, of: (row: Row) => CsvCell])[]

export function csvOf<Row>(columns: CsvColumns<Row>, rows: readonly Row[]): string {
  const lines = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, of]) => of(row)))]
  return lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; a number stays one. */
function written(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
