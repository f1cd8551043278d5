import { caseloadFinding } from '@alongside/shared/people/placements/caseload'
import { type CsvColumns, csvTable } from '../../server/http/csv.ts'
import type { ListExport } from '../../server/http/list-export.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'
import type { Peer, PeersFilter, PeersSort } from './peer.types.ts'
import { everyPeer } from './peers.service.ts'

interface Arguments {
  readonly filter?: PeersFilter | null
  readonly sort?: PeersSort | null
}

/** The list of peers as a file for a spreadsheet, one row a peer. */
export const peersExport: ListExport<Arguments> = {
  name: 'peers',
  query: 'peers',
  capability: 'people.read',
  subject: 'peers',
  async read(ctx, { filter, sort }) {
    const actor = await ctx.unit.actor()
    requireConfirmedPassword(actor)
    const rows = await everyPeer(ctx, filter ?? {}, sort ?? undefined)
    return csvTable([...COLUMNS, ['As of', () => actor.today]], rows)
  },
}

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
