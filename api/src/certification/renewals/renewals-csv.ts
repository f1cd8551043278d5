/** The list of renewals as a file for a spreadsheet: RFC 4180, one row a certification. */
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import type { Renewal } from './renewal.types.ts'

type Cell = string | number | null

const COLUMNS: readonly (readonly [title: string, of: (row: Renewal) => Cell])[] = [
  ['Peer', ({ peerName }) => peerName],
  ['State', ({ credential }) => credential?.state ?? null],
  ['Credential', ({ credential }) => credential?.abbreviation ?? null],
  ['Credential name', ({ credential }) => credential?.name ?? null],
  ['Number', ({ number }) => number],
  ['Standing', ({ standing }) => standing],
  ['Reason', ({ reasons }) => reasons[0]?.kind ?? null],
  ['First issued on', ({ issuedOn }) => issuedOn],
  ['Expires on', ({ expiresOn }) => expiresOn],
  ['Days left', ({ daysLeft }) => daysLeft],
  ['Hours needed', (row) => totalOf(row)?.needed ?? null],
  ['Hours earned', (row) => totalOf(row)?.earned ?? null],
  ['Hours short', (row) => totalOf(row)?.shortBy ?? null],
  ['Short by category', shortByCategory],
  ['Unknown', ({ unknowns }) => unknowns.map(({ kind, why }) => (why ? `${kind}: ${why}` : kind)).join('; ')],
  ['Rule read at', ({ credential }) => credential?.provenance?.url ?? null],
  ['Rule read on', ({ credential }) => credential?.provenance?.readOn ?? null],
  ['Confidence', ({ credential }) => credential?.provenance?.confidence ?? null],
  ['Parts not counted', ({ credential }) => credential?.unread.length ?? null],
]

export function renewalsAsCsv(rows: readonly Renewal[], asOf: PlainDate): string {
  const lines = [
    [...COLUMNS.map(([title]) => title), 'As of'],
    ...rows.map((row) => [...COLUMNS.map(([, of]) => of(row)), asOf]),
  ]
  return lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')
}

const totalOf = ({ requirements }: Renewal) => requirements.find(({ category }) => category === null)

function shortByCategory({ requirements }: Renewal): string {
  const short = requirements.filter(({ category, shortBy }) => category !== null && (shortBy ?? 0) > 0)
  return short.map(({ category, shortBy }) => `${category}: ${shortBy}`).join('; ')
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; a number stays one. */
function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
