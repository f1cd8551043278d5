import { createHash, randomUUID } from 'node:crypto'
import { SessionStatus } from '@alongside/shared/supervision/sessions/session-formats'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { validateLogSession } from '@alongside/shared/supervision/sessions/session-minutes'
import { validatePeerNote, writtenNotes } from '@alongside/shared/supervision/notes/session-notes'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { SelectText, Write } from '../../database/reads-and-writes.ts'
import {
  ME,
  NOW,
  columnsOf,
  insertFrom,
  insertOf,
  insertRowsOf,
  updateOf,
} from '../../database/statements.ts'
import { notification } from '../../notifications/notify.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { progressKept, validateProgress } from '../follow-ups/session-progress.service.ts'
import { AdministrativeNote } from '../notes/administrative-note.entity.ts'
import { EducationalNote } from '../notes/educational-note.entity.ts'
import { SupportiveNote } from '../notes/supportive-note.entity.ts'
import { SupervisionRelationship } from '../relationships/supervision-relationship.entity.ts'
import { PlannedSession } from '../planning/planned-session.entity.ts'
import { SessionAttendance } from './session-attendance.entity.ts'
import { SessionSegment } from './session-segment.entity.ts'
import { SessionSubmission } from './session-submission.entity.ts'
import type { LogSupervisionSessionInput, LogSupervisionSessionPayload } from './session.types.ts'
import { SupervisionSession } from './supervision-session.entity.ts'

// A supervisor logs a session that has taken place. Two writes to the database: one looks, one keeps everything or
// nothing. The policies ask once more what is asked here, should a relationship end in between.

type Submission = Pick<SessionSubmission, 'sessionId' | 'bodyHash'>
const SUBMISSION = columnsOf(SessionSubmission, '', ['sessionId', 'bodyHash'])
type CurrentRelationship = Pick<SupervisionRelationship, 'peerId' | 'type' | 'startsOn'> & {
  readonly hasJoined: boolean
}
const RELATIONSHIP = columnsOf(SupervisionRelationship, 'r', ['peerId', 'type', 'startsOn'])

export function logSupervisionSession(
  ctx: RequestContext,
  input: LogSupervisionSessionInput,
): Promise<LogSupervisionSessionPayload> {
  return saveSession(ctx, input, null, (id, { attendees }, session) =>
    ctx.unit.write([
      ...session,
      ...progressKept(id, input.progress, { attendees, segments: input.segments }),
      ...notification({
        recipientId: attendees.map(({ peerId }) => peerId),
        kind: NotificationKind.SESSION_LOGGED,
        key: `session:${id}`,
        subjectId: id,
      }),
    ]),
  )
}

type Keep = (id: string, input: LogSupervisionSessionInput, session: readonly Write[]) => Promise<unknown>

/** Checks what was sent, and lets `keep` write it once; `corrected` is the version that it replaces. */
export async function saveSession(
  ctx: RequestContext,
  sent: LogSupervisionSessionInput,
  corrected: string | null,
  keep: Keep,
): Promise<LogSupervisionSessionPayload> {
  const input = {
    ...sent,
    attendees: sent.attendees.map((one) => ({ ...one, peerId: one.peerId.toLowerCase() })),
  }
  const bodyHash = hashOf(input, corrected)
  const plannedId = corrected === null ? (input.plannedSessionId ?? null) : null
  const [[submission], relationships, [planned]] = await Promise.all([
    submissionUnder(ctx, input.idempotencyKey),
    currentRelationships(ctx, input),
    ctx.unit.run(OWN_SCHEDULED, [plannedId]),
  ])
  if (submission) return replay(submission, bodyHash)
  const { today } = await ctx.unit.actor()
  rejectIfInvalid([
    ...validateLogSession(input, today),
    ...validatePeerNote(input.segments, input.attendees),
    ...validateCaseload(input, relationships),
    ...validateWriting(input, relationships),
    ...(plannedId !== null && !planned ? [{ field: 'plannedSessionId', problem: 'not-found' } as const] : []),
    ...validateProgress(input.progress, input, today),
  ])
  const id = randomUUID()
  try {
    const session = sessionKept(id, input, bodyHash, corrected)
    await keep(id, input, plannedId === null ? session : [...session, heldAs(plannedId, id)])
    return { sessionId: id, replayed: false }
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'session_submission_pkey') throw error
    // The same key came in twice at once: the other one was first.
    const [first] = await submissionUnder(ctx, input.idempotencyKey)
    if (!first) throw error
    return replay(first, bodyHash)
  }
}

/** Marked as missed by a slip, it can be held after all; cancelled in time, it was not. */
const OWN_SCHEDULED: SelectText = /* sql */ `
  select 1 from planned_session p
   where p.organization_id = (select access.organization_id()) and p.id = $1
     and p.supervisor_id = (select access.membership_id()) and p.status in ('SCHEDULED', 'MISSED')`

function heldAs(plannedSessionId: string, heldSessionId: string): Write {
  return updateOf(
    PlannedSession,
    { id: plannedSessionId, supervisorId: ME },
    {
      ...{ status: SessionStatus.HELD, reason: null, heldSessionId },
      ...{ changedBy: ME, changedAt: NOW, revision: () => 'revision + 1' },
    },
    { and: "status in ('SCHEDULED', 'MISSED')" },
  )
}

/** Unknown peers, another organization's and those of colleagues answer alike: they are not in the caseload. */
function validateCaseload(
  { attendees, segments, heldOn }: LogSupervisionSessionInput,
  relationships: readonly CurrentRelationship[],
): ValidationError[] {
  const types = [...new Set(segments.map(({ type }) => type))]
  return attendees.flatMap(({ peerId }, at): ValidationError[] => {
    const own = types.map((type) => relationships.find((one) => one.peerId === peerId && one.type === type))
    if (own.includes(undefined)) return [{ field: `attendees.${at}.peerId`, problem: 'not-in-caseload' }]
    const begun =
      own
        .map((one) => one?.startsOn ?? '')
        .sort()
        .at(-1) ?? ''
    return heldOn < begun ? [{ field: 'heldOn', problem: 'before-its-start', limit: begun }] : []
  })
}

/** Their invitation may come to somebody else: nothing is written about a peer who has not joined. */
function validateWriting(
  { attendees, segments }: LogSupervisionSessionInput,
  relationships: readonly CurrentRelationship[],
): ValidationError[] {
  const waiting = new Set(relationships.filter((one) => !one.hasJoined).map(({ peerId }) => peerId))
  if (!attendees.some(({ peerId }) => waiting.has(peerId))) return []
  return segments.flatMap((segment, at): ValidationError[] => {
    const about = writtenNotes(segment, attendees).filter(
      ({ aboutPeerId }) => aboutPeerId === null || waiting.has(aboutPeerId),
    )
    return about.length > 0 ? [{ field: `segments.${at}.note`, problem: 'not-joined' }] : []
  })
}

function submissionUnder(ctx: RequestContext, idempotencyKey: string): Promise<Submission[]> {
  return ctx.unit.run<Submission>(
    `select ${SUBMISSION} from session_submission
      where organization_id = (select access.organization_id()) and supervisor_id = (select access.membership_id())
        and idempotency_key = $1`,
    [idempotencyKey],
  )
}

function currentRelationships(
  ctx: RequestContext,
  { attendees }: LogSupervisionSessionInput,
): Promise<CurrentRelationship[]> {
  return ctx.unit.run<CurrentRelationship>(
    `select ${RELATIONSHIP}, p.account_id is not null as "hasJoined" from supervision_relationship r
       join membership p on p.organization_id = r.organization_id and p.id = r.peer_id
      where r.organization_id = (select access.organization_id()) and r.supervisor_id = (select access.membership_id())
        and r.peer_id = any ($1) and r.accepted_at is not null and r.starts_on <= (select access.today())
        and (r.ends_on is null or r.ends_on >= (select access.today()))`,
    [attendees.map(({ peerId }) => peerId)],
  )
}

function replay({ sessionId, bodyHash }: Submission, sent: Buffer): LogSupervisionSessionPayload {
  if (bodyHash.equals(sent)) return { sessionId, replayed: true }
  throw new DomainError(
    'CONFLICT',
    'supervision.sessions.key-used',
    'This key was used for a session with other content.',
  )
}

/** The session with all that belongs to it. */
function sessionKept(
  id: string,
  input: LogSupervisionSessionInput,
  bodyHash: Buffer,
  versionOf: string | null,
): Write[] {
  const {
    attendees,
    segments,
    idempotencyKey,
    plannedSessionId: _planned,
    progress: _progress,
    ...facts
  } = input
  const { heldOn, minutes } = facts
  const logged = { supervisorId: ME, loggedAt: NOW }
  const present = {
    peerId: attendees.map(({ peerId }) => peerId),
    minutes: attendees.map((one) => one.minutes ?? minutes),
  }
  const parts = { type: segments.map(({ type }) => type), minutes: segments.map((one) => one.minutes) }
  return [
    insertOf(SupervisionSession, { id, versionOf, ...facts, status: SessionStatus.HELD, ...logged }),
    insertOf(SessionSubmission, { supervisorId: ME, idempotencyKey, sessionId: id, bodyHash }),
    insertRowsOf(SessionAttendance, present, { sessionId: id, heldOn, ...logged }),
    insertRowsOf(SessionSegment, parts, { sessionId: id }),
    ...segments.flatMap((segment) => notesKept(id, segment, attendees)),
  ]
}

/** A table for each type, so that the wall between the types is a wall between tables. */
const NOTES = {
  ADMINISTRATIVE: AdministrativeNote,
  EDUCATIONAL: EducationalNote,
  SUPPORTIVE: SupportiveNote,
} satisfies Record<SupervisionType, object>

const ONE_NOTE = {
  id: () => 'gen_random_uuid()',
  aboutPeerId: () => "(one ->> 'aboutPeerId')::uuid",
  activities: () => "array(select jsonb_array_elements_text(one -> 'activities'))",
  note: () => "one ->> 'note'",
  supervisorId: ME,
  writtenAt: NOW,
}

function notesKept(
  sessionId: string,
  segment: LogSupervisionSessionInput['segments'][number],
  attendees: LogSupervisionSessionInput['attendees'],
): Write[] {
  const notes = writtenNotes(segment, attendees)
  if (notes.length === 0) return []
  const parameters = { notes: JSON.stringify(notes) }
  const from = 'from jsonb_array_elements(:notes::jsonb) one'
  return [insertFrom(NOTES[segment.type], from, { sessionId, ...ONE_NOTE }, { parameters })]
}

/** The same input in the same words: what a device sends again after a lost connection. */
function hashOf(input: LogSupervisionSessionInput, corrected: string | null): Buffer {
  const { attendees, segments, idempotencyKey: _key, plannedSessionId, progress, ...facts } = input
  const canonical = [
    Object.entries(facts).toSorted(([one], [other]) => one.localeCompare(other)),
    attendees.map((one) => [one.peerId, one.minutes ?? null]),
    segments.map((one) => [one.type, one.minutes, one.activities, writtenNotes(one, attendees)]),
    ...(corrected ? [corrected] : []),
    ...(plannedSessionId == null ? [] : ['planned', plannedSessionId]),
    ...(progress ? [progress] : []),
  ]
  return createHash('sha256').update(JSON.stringify(canonical)).digest()
}
