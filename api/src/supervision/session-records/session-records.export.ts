import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import type { Capability } from '@alongside/shared/people/capabilities'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { codeTitle, type CsvColumns, csvTable } from '../../server/files/csv.ts'
import type { ListExport } from '../../server/files/list-export.ts'
import { everySessionRecord, type SessionsOf } from './session-record.service.ts'
import type {
  SessionRecord,
  SessionRecordAttendee,
  SessionRecordSegment,
  SessionRecordsFilter,
} from './session-record.types.ts'

interface Arguments {
  readonly filter?: SessionRecordsFilter | null
}

/** One row for each attendee and type of a session, so that minutes add up by person. */
interface Row {
  readonly session: SessionRecord
  readonly attendee: SessionRecordAttendee
  readonly segment: SessionRecordSegment
}

export const ledSessionsExport = exportOf('led-sessions', 'ledSessions', 'session.log', 'ME')
export const supervisionSessionsExport = exportOf(
  'supervision-sessions',
  'supervisionSessions',
  'supervision.read',
  'ALL',
)

function exportOf(name: string, query: string, capability: Capability, of: SessionsOf) {
  const list: ListExport<Arguments> = {
    name,
    query,
    capability,
    subject: 'session_records',
    async read(ctx, { filter }, language) {
      requireConfirmedPassword(await ctx.unit.actor())
      const sessions = await everySessionRecord(ctx, of, filter ?? {})
      const rows = sessions.flatMap((session) =>
        session.attendees.flatMap((attendee) =>
          session.segments.map((segment): Row => ({ session, attendee, segment })),
        ),
      )
      return csvTable(columnsIn(language), rows)
    },
  }
  return list
}

function columnsIn(language: Language): CsvColumns<Row> {
  const { supervision, records } = LABELS[language]
  const { Column } = records
  return [
    [Column.heldOn, ({ session }) => session.heldOn],
    [Column.name, ({ attendee }) => attendee.peer.displayName],
    [Column.supervisor, ({ session }) => session.supervisor.displayName],
    [Column.type, ({ segment }) => supervision.SupervisionType[segment.type]],
    [Column.minutes, ({ segment }) => segment.minutes],
    [Column.attendedMinutes, ({ attendee }) => attendee.minutes],
    [Column.sessionMinutes, ({ session }) => session.minutes],
    [Column.format, ({ session }) => supervision.SessionFormat[session.format]],
    [Column.modality, ({ session }) => supervision.SessionModality[session.modality]],
    [Column.observed, ({ session }) => Number(session.observed)],
    [Column.sessionId, ({ session }) => session.id],
    [codeTitle(Column.type), ({ segment }) => segment.type],
    [codeTitle(Column.format), ({ session }) => session.format],
    [codeTitle(Column.modality), ({ session }) => session.modality],
  ]
}
