/** The list of renewals as a file for a spreadsheet: one row a certification. */
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { csvOf, type CsvColumns } from '../../server/http/csv.ts'
import type { Renewal } from './renewal.types.ts'

const COLUMNS: CsvColumns<Renewal> = [
  ['Peer', ({ peerName }) => peerName],
  ['State', ({ credential }) => credential?.state ?? null],
  ['Credential', ({ credential }) => credential?.abbreviation ?? null],
  ['Credential name', ({ credential }) => credential?.name ?? null],
  ['Number', ({ number }) => number],
  ['Status', ({ status }) => status],
  ['Reason', ({ reasons }) => reasons[0]?.kind ?? null],
  ['Original issue date', ({ issuedOn }) => issuedOn],
  ['Expires', ({ expiresOn }) => expiresOn],
  ['Days left', ({ daysLeft }) => daysLeft],
  ['CE hours needed', (row) => totalOf(row)?.needed ?? null],
  ['CE hours earned', (row) => totalOf(row)?.earned ?? null],
  ['CE hours short', (row) => totalOf(row)?.shortBy ?? null],
  ['Short by topic', shortByCategory],
  [
    'Not verified',
    ({ unknowns }) => unknowns.map(({ kind, why }) => (why ? `${kind}: ${why}` : kind)).join('; '),
  ],
  ['Source', ({ credential }) => credential?.provenance?.url ?? null],
  ['Source checked', ({ credential }) => credential?.provenance?.readOn ?? null],
  ['Confidence', ({ credential }) => credential?.provenance?.confidence ?? null],
  ['Requirements not tracked', ({ credential }) => credential?.unread.length ?? null],
]

export function renewalsAsCsv(rows: readonly Renewal[], asOf: PlainDate): string {
  return csvOf([...COLUMNS, ['As of', () => asOf]], rows)
}

const totalOf = ({ requirements }: Renewal) => requirements.find(({ kind }) => kind === 'total')

function shortByCategory({ requirements }: Renewal): string {
  const short = requirements.filter(({ category, shortBy }) => category !== null && (shortBy ?? 0) > 0)
  return short.map(({ category, shortBy }) => `${category}: ${shortBy}`).join('; ')
}
