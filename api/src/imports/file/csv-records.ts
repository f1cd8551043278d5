import { type Delimiter, sniffDelimiter } from '@alongside/shared/imports/import-columns'

// CSV as programs and people write it: RFC 4180, any line ends side by side, and quotes that stand in the middle of a cell.

export interface CsvRecord {
  readonly cells: readonly string[]
  /** The line of the file on which it ends. */
  readonly line: number
}

/** A quotation mark was opened on this line and never closed. */
export class UnclosedQuote extends Error {
  constructor(readonly line: number) {
    super(`A quotation mark is opened on line ${line} and never closed.`)
  }
}

/** Excel writes `sep=;` on a line of its own: it names the delimiter and is no row. */
const SEPARATOR = /^sep=(.)(?:\r\n|\n|\r)/i
/** A cell in quotes, to be followed by a delimiter or the end of the line. */
const QUOTED = /"([^"]*(?:""[^"]*)*)"/y

/** Record by record, without blank ones; a quote inside a cell that does not begin with one is a sign like others. */
export function* csvRecords(text: string): Generator<CsvRecord> {
  const named = SEPARATOR.exec(text)
  const body = named ? text.slice(named[0].length) : text
  const delimiter = (named?.[1] as Delimiter | undefined) ?? sniffDelimiter(body)
  const bare = new RegExp(`[^${delimiter === '|' ? '\\|' : delimiter}\\r\\n]*`, 'y')
  let [at, line] = [0, named ? 2 : 1]
  while (at < body.length) {
    const cells: string[] = []
    for (;;) {
      const [cell, end] = cellAt(body, at, bare, line)
      cells.push(cell)
      line += linesIn(body.slice(at, end))
      at = end
      if (body[at] !== delimiter) break
      at += 1
    }
    if (cells.some((cell) => cell.trim() !== '')) yield { cells, line }
    at += body.startsWith('\r\n', at) ? 2 : 1
    line += 1
  }
}

/** What stands in the cell that begins here, and where it ends. */
function cellAt(text: string, at: number, bare: RegExp, line: number): [cell: string, end: number] {
  bare.lastIndex = at
  if (text[at] === '"') {
    QUOTED.lastIndex = at
    const quoted = QUOTED.exec(text)
    if (!quoted) throw new UnclosedQuote(line)
    bare.lastIndex = QUOTED.lastIndex
    const more = bare.exec(text)?.[0] ?? ''
    const cell = (quoted[1] ?? '').replaceAll('""', '"')
    // What goes on for lines and then ends in the middle of a cell was opened by mistake.
    if (more.trim() !== '' && linesIn(cell) > 0) throw new UnclosedQuote(line)
    // "Bob" Two: the quotes belong to the text.
    return [more.trim() === '' ? cell : `"${cell}"${more}`, QUOTED.lastIndex + more.length]
  }
  const cell = bare.exec(text)?.[0] ?? ''
  return [cell, at + cell.length]
}

const linesIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0
