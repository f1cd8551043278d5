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
  ['CertificationStatus', ({ status }) => status],
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
  return csvOf([...COLUMNS, ['As of', () => asOf]], rows)
}

const totalOf = ({ requirements }: Renewal) => requirements.find(({ kind }) => kind === 'total')

function shortByCategory({ requirements }: Renewal): string {
  const short = requirements.filter(({ category, shortBy }) => category !== null && (shortBy ?? 0) > 0)
  return short.map(({ category, shortBy }) => `${category}: ${shortBy}`).join('; ')
}
