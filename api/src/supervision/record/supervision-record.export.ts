import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { codeTitle, type CsvColumns, csvTable } from '../../server/files/csv.ts'
import type { ListExport } from '../../server/files/list-export.ts'
import { supervisionRecord } from './supervision-record.service.ts'
import type { RecordedSession } from './supervision-record.types.ts'

interface Arguments {
  readonly peerId: string
  readonly from: string
  readonly to: string
}

/** The sessions of one peer in a period with their signatures, one row a version. */
export const supervisionRecordExport: ListExport<Arguments> = {
  name: 'supervision-record',
  query: 'supervisionRecord',
  capability: 'supervision.read',
  subject: 'supervision_record',
  async read(ctx, { peerId, from, to }, language) {
    requireConfirmedPassword(await ctx.unit.actor())
    const { sessions, peer } = await supervisionRecord(ctx, peerId, from, to)
    return csvTable(columnsIn(language, peer.displayName ?? ''), sessions)
  },
}

function columnsIn(language: Language, peer: string): CsvColumns<RecordedSession> {
  const { supervision, records } = LABELS[language]
  const { Column } = records
  const of = ({ session }: RecordedSession, isPeer: boolean) =>
    session.signatures.find(({ signer }) => (signer.id === session.supervisor.id) !== isPeer)
  return [
    [Column.peer, () => peer],
    [Column.heldOn, ({ session }) => session.heldOn],
    [Column.minutes, ({ session }) => session.minutes],
    [
      Column.type,
      ({ session }) => session.segments.map(({ type }) => supervision.SupervisionType[type]).join('; '),
    ],
    [Column.format, ({ session }) => supervision.SessionFormat[session.format]],
    [Column.modality, ({ session }) => supervision.SessionModality[session.modality]],
    [Column.supervisor, ({ session }) => session.supervisor.displayName],
    [Column.qualified, ({ supervisorQualified: one }) => one && supervision.QualifiedAnswer[one.answer]],
    [Column.supervisorSignedAt, (row) => of(row, false)?.signedAt.toISOString() ?? null],
    [Column.peerSignedAt, (row) => of(row, true)?.signedAt.toISOString() ?? null],
    [Column.peerAnswer, (row) => kindIn(language, of(row, true)?.kind)],
    [Column.recordHash, ({ session }) => session.signatures[0]?.recordHash ?? null],
    [
      Column.reason,
      ({ session }) => session.amendment && supervision.AmendmentReason[session.amendment.reason],
    ],
    [Column.line, ({ session }) => session.amendment?.line ?? null],
    [Column.voidedAt, ({ session }) => session.voidedAt?.toISOString() ?? null],
    [codeTitle(Column.type), ({ session }) => session.segments.map(({ type }) => type).join('; ')],
    [codeTitle(Column.format), ({ session }) => session.format],
    [codeTitle(Column.modality), ({ session }) => session.modality],
    [codeTitle(Column.peerAnswer), (row) => of(row, true)?.kind ?? null],
  ]
}

function kindIn(
  language: Language,
  kind: RecordedSession['session']['signatures'][number]['kind'] | undefined,
) {
  return kind ? LABELS[language].supervision.SignatureKind[kind] : null
}
