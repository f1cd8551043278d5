import { createHash, randomUUID } from 'node:crypto'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { validateLogSession } from '@alongside/shared/supervision/sessions/session-minutes'
import { validatePeerNote, writtenNotes } from '@alongside/shared/supervision/notes/session-notes'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { notify } from '../../notifications/notify.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { LogSupervisionSessionInput, LogSupervisionSessionPayload } from './session.types.ts'

// A supervisor logs a session that has taken place. Two writes to the database: one looks, one keeps everything or
// nothing. The policies ask once more what is asked here, should a relationship end in between.

interface Submission {
  readonly sessionId: string
  readonly bodyHash: Buffer
}
interface CurrentRelationship {
  readonly peerId: string
  readonly type: SupervisionType
  readonly startsOn: string
}

export async function logSupervisionSession(
  ctx: RequestContext,
  sent: LogSupervisionSessionInput,
): Promise<LogSupervisionSessionPayload> {
  const input = {
    ...sent,
    attendees: sent.attendees.map((one) => ({ ...one, peerId: one.peerId.toLowerCase() })),
  }
  const bodyHash = hashOf(input)
  const [[submission], relationships] = await Promise.all([
    submissionUnder(ctx, input.idempotencyKey),
    currentRelationships(ctx, input),
  ])
  if (submission) return replay(submission, bodyHash)
  const { today } = await ctx.unit.actor()
  rejectIfInvalid([
    ...validateLogSession(input, today),
    ...validatePeerNote(input.segments, input.attendees),
    ...validateCaseload(input, relationships),
  ])
  const id = randomUUID()
  try {
    await keep(ctx, id, input, bodyHash)
    return { sessionId: id, replayed: false }
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'session_submission_pkey') throw error
    // The same key came in twice at once: the other one was first.
    const [first] = await submissionUnder(ctx, input.idempotencyKey)
    if (!first) throw error
    return replay(first, bodyHash)
  }
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

function submissionUnder(ctx: RequestContext, idempotencyKey: string): Promise<Submission[]> {
  return ctx.unit.run<Submission>(
    `select session_id as "sessionId", body_hash as "bodyHash" from session_submission
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
    `select peer_id as "peerId", type, starts_on as "startsOn" from supervision_relationship
      where organization_id = (select access.organization_id()) and supervisor_id = (select access.membership_id())
        and peer_id = any ($1) and accepted_at is not null and starts_on <= (select access.today())
        and (ends_on is null or ends_on >= (select access.today()))`,
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

/** Everything in one batch: if one statement is refused, none took place. */
async function keep(
  ctx: RequestContext,
  id: string,
  input: LogSupervisionSessionInput,
  bodyHash: Buffer,
): Promise<void> {
  const { heldOn, minutes, format, modality, observed, attendees, segments, idempotencyKey } = input
  await Promise.all([
    ctx.unit.run(
      `insert into supervision_session (organization_id, id, supervisor_id, held_on, minutes, status, format, modality,
         observed, logged_at)
       values (access.organization_id(), $1, access.membership_id(), $2, $3, 'HELD', $4, $5, $6, access.now())`,
      [id, heldOn, minutes, format, modality, observed],
    ),
    ctx.unit.run(
      `insert into session_submission (organization_id, supervisor_id, idempotency_key, session_id, body_hash)
       values (access.organization_id(), access.membership_id(), $1, $2, $3)`,
      [idempotencyKey, id, bodyHash],
    ),
    ctx.unit.run(
      `insert into session_attendance (organization_id, session_id, peer_id, minutes, supervisor_id, held_on, logged_at)
       select access.organization_id(), $1, attendee.peer_id, attendee.minutes, access.membership_id(), $2, access.now()
         from unnest($3::uuid[], $4::integer[]) attendee (peer_id, minutes)`,
      [id, heldOn, attendees.map(({ peerId }) => peerId), attendees.map((one) => one.minutes ?? minutes)],
    ),
    ctx.unit.run(
      `insert into session_segment (organization_id, session_id, type, minutes)
       select access.organization_id(), $1, segment.type, segment.minutes
         from unnest($2::text[], $3::integer[]) segment (type, minutes)`,
      [id, segments.map(({ type }) => type), segments.map((one) => one.minutes)],
    ),
    ...segments.map((segment) => keepNotes(ctx, id, segment, attendees)),
    notify(ctx.unit.run.bind(ctx.unit), {
      recipientId: attendees.map(({ peerId }) => peerId),
      kind: NotificationKind.SESSION_LOGGED,
      key: `session:${id}`,
      subjectId: id,
    }),
  ])
}

/** A table a type: the wall between them is a wall between tables. */
const NOTE_TABLE: Record<SupervisionType, string> = {
  ADMINISTRATIVE: 'administrative_note',
  EDUCATIONAL: 'educational_note',
  SUPPORTIVE: 'supportive_note',
}

async function keepNotes(
  ctx: RequestContext,
  sessionId: string,
  segment: LogSupervisionSessionInput['segments'][number],
  attendees: LogSupervisionSessionInput['attendees'],
): Promise<void> {
  const notes = writtenNotes(segment, attendees)
  if (notes.length === 0) return
  await ctx.unit.run(
    `insert into ${NOTE_TABLE[segment.type]} (organization_id, id, session_id, about_peer_id, supervisor_id, activities,
       note, written_at)
     select access.organization_id(), gen_random_uuid(), $1, (one ->> 'aboutPeerId')::uuid, access.membership_id(),
            array(select jsonb_array_elements_text(one -> 'activities')), one ->> 'note', access.now()
       from jsonb_array_elements($2::jsonb) one`,
    [sessionId, JSON.stringify(notes)],
  )
}

/** The same input in the same words: what a device sends again after a lost connection. */
function hashOf(input: LogSupervisionSessionInput): Buffer {
  const { heldOn, minutes, format, modality, observed, attendees, segments } = input
  const canonical = [
    ...[heldOn, minutes, format, modality, observed],
    attendees.map((one) => [one.peerId, one.minutes ?? null]),
    segments.map((one) => [one.type, one.minutes, one.activities, writtenNotes(one, attendees)]),
  ]
  return createHash('sha256').update(JSON.stringify(canonical)).digest()
}
