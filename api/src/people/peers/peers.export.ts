import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { caseloadFinding } from '@alongside/shared/people/placements/caseload'
import { codeTitle, type CsvColumns, csvTable } from '../../server/files/csv.ts'
import type { ListExport } from '../../server/files/list-export.ts'
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
  async read(ctx, { filter, sort }, language) {
    const actor = await ctx.unit.actor()
    requireConfirmedPassword(actor)
    const rows = await everyPeer(ctx, filter ?? {}, sort ?? undefined)
    return csvTable(columnsIn(language, actor.today), rows)
  },
}

function columnsIn(language: Language, today: string): CsvColumns<Peer> {
  const { people, records } = LABELS[language]
  const { Column } = records
  return [
    [Column.name, ({ displayName }) => displayName],
    [Column.status, ({ state }) => people.PeerState[state]],
    [Column.statusUntil, ({ stateUntil }) => stateUntil],
    [Column.joinedOn, ({ joinedOn }) => joinedOn],
    [Column.jobTitle, ({ jobTitles }) => jobTitles.map((title) => people.JobTitle[title]).join('; ')],
    [Column.hostAgency, ({ hostAgencies }) => hostAgencies.map(({ name }) => name).join('; ')],
    [Column.team, ({ team }) => team?.name ?? null],
    [Column.fullTimeShare, ({ fullTimeShare }) => fullTimeShare],
    [Column.caseload, ({ caseload }) => caseload],
    [Column.caseloadFinding, ({ caseload }) => people.CaseloadFinding[caseloadFinding(caseload).kind]],
    [
      records.RecordKind.certification,
      ({ certification }) =>
        certification
          ? LABELS[language].certification.CertificationStatus[certification.status]
          : LABELS[language].status.StatusReasonKind.NO_CERTIFICATION,
    ],
    [Column.expiresOn, ({ certification }) => certification?.expiresOn ?? null],
    [Column.asOf, () => today],
    [codeTitle(Column.status), ({ state }) => state],
    [codeTitle(records.RecordKind.certification), ({ certification }) => certification?.status ?? null],
    [codeTitle(Column.jobTitle), ({ jobTitles }) => jobTitles.join('; ')],
  ]
}
