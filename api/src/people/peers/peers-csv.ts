/** The list of peers as a file for a spreadsheet, one row a peer. */
import { caseloadFinding } from '@alongside/shared/people/placements/caseload'
import { type CsvColumns, csvOf } from '../../server/http/csv.ts'
import type { Peer } from './peer.types.ts'

const COLUMNS: CsvColumns<Peer> = [
  ['Peer', ({ displayName }) => displayName],
  ['Status', ({ state }) => state],
  ['Until', ({ stateUntil }) => stateUntil],
  ['Active since', ({ joinedOn }) => joinedOn],
  ['Job title', ({ jobTitles }) => jobTitles.join('; ')],
  ['Host agency', ({ hostAgencies }) => hostAgencies.map(({ name }) => name).join('; ')],
  ['Team', ({ team }) => team?.name ?? null],
  ['FTE', ({ fullTimeShare }) => fullTimeShare],
  ['Caseload', ({ caseload }) => caseload],
  ['Compared with the usual 20-30', ({ caseload }) => caseloadFinding(caseload).kind],
]

export function peersAsCsv(rows: readonly Peer[], asOf: string): string {
  return csvOf([...COLUMNS, ['As of', () => asOf]], rows)
}
