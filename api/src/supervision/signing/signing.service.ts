import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import {
  SignatureKind,
  SIGNED_AT_ONCE,
  validateComments,
} from '@alongside/shared/supervision/signing/sign-off'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { randomUUID } from 'node:crypto'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertOf, insertRowsOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { requireUnlockedDevice } from '../../people/sign-in/password-confirmation.service.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { AdministrativeComment } from '../comments/administrative-comment.entity.ts'
import { EducationalComment } from '../comments/educational-comment.entity.ts'
import { SessionSignature } from './session-signature.entity.ts'
import type {
  AcknowledgeSupervisionSessionInput,
  AcknowledgeSupervisionSessionPayload,
  SessionCommentInput,
  SignSupervisionSessionsPayload,
} from './signing.types.ts'
import { SupportiveComment } from '../comments/supportive-comment.entity.ts'

// The supervisor signs a session, and a peer acknowledges their own attendance, once each. Who signs a version names it: of
// somebody who corrects it at the same moment and somebody who signs it, one is told that the other was first.

interface HeldRow {
  readonly id: string
  readonly voidedAt: string | null
  readonly isSigned: boolean
  readonly maySign: boolean
}

/** All of them or none; what was signed before stays. */
export async function signSupervisionSessions(
  ctx: RequestContext,
  sessionIds: readonly string[],
): Promise<SignSupervisionSessionsPayload> {
  const ids = [...new Set(sessionIds.map((id) => id.toLowerCase()))]
  if (ids.length === 0) rejectIfInvalid([{ field: 'sessionIds', problem: 'too-few', limit: 1 }])
  if (ids.length > SIGNED_AT_ONCE)
    rejectIfInvalid([{ field: 'sessionIds', problem: 'too-many', limit: SIGNED_AT_ONCE }])
  const sign = async (tx: Transaction) => {
    const held = await tx.run<HeldRow>(HELD_BY_ME, [ids])
    if (held.length < ids.length) throw notFound()
    const waiting = held.filter(({ isSigned }) => !isSigned)
    if (waiting.some(({ voidedAt }) => voidedAt !== null)) throw changedMeanwhile()
    if (waiting.some(({ maySign }) => !maySign)) throw tooLate()
    const signature = { signerId: ME, supervisorId: ME, kind: SignatureKind.SIGNED, signedAt: NOW }
    if (waiting.length > 0)
      await tx.write([insertRowsOf(SessionSignature, { sessionId: waiting.map(({ id }) => id) }, signature)])
    return { signedCount: waiting.length }
  }
  return signing(ctx, sign, { signedCount: 0 })
}

interface AttendedRow {
  readonly supervisorId: string
  readonly voidedAt: string | null
  readonly types: SupervisionType[]
  readonly signedAt: string | null
}

/** A peer acknowledges that they were there, or comments; again changes nothing. */
export function acknowledgeSupervisionSession(
  ctx: RequestContext,
  { sessionId, comments }: AcknowledgeSupervisionSessionInput,
): Promise<AcknowledgeSupervisionSessionPayload> {
  const acknowledge = async (tx: Transaction) => {
    const [attended] = await tx.run<AttendedRow>(ATTENDED_BY_ME, [sessionId])
    if (!attended) throw notFound()
    if (attended.signedAt !== null) return { signedAt: new Date(attended.signedAt) }
    if (attended.voidedAt !== null) throw changedMeanwhile()
    const said = comments ?? []
    rejectIfInvalid(validateComments(said, attended.types))
    if (said.some(({ type }) => type === 'SUPPORTIVE')) requireUnlockedDevice(tx.actor)
    await tx.write(acknowledged(sessionId, attended.supervisorId, said))
    return { signedAt: ctx.now }
  }
  return signing(ctx, acknowledge, { signedAt: ctx.now })
}

/** A table for each type, so that a comment stands behind the wall of its part. */
const COMMENTS = {
  ADMINISTRATIVE: AdministrativeComment,
  EDUCATIONAL: EducationalComment,
  SUPPORTIVE: SupportiveComment,
} satisfies Record<SupervisionType, object>

function acknowledged(
  sessionId: string,
  supervisorId: string,
  comments: readonly SessionCommentInput[],
): Write[] {
  const kind = comments.length > 0 ? SignatureKind.COMMENTED : SignatureKind.ACKNOWLEDGED
  const written = { sessionId, supervisorId, peerId: ME, writtenAt: NOW }
  return [
    ...comments.map(({ type, comment }) =>
      insertOf(COMMENTS[type], { id: randomUUID(), comment: comment.trim(), ...written }),
    ),
    insertOf(SessionSignature, { sessionId, supervisorId, signerId: ME, peerId: ME, kind, signedAt: NOW }),
    ...(comments.length === 0
      ? []
      : notification({
          recipientId: supervisorId,
          kind: NotificationKind.SESSION_COMMENTED,
          key: `session-commented:${sessionId}`,
          subjectId: sessionId,
        })),
  ]
}

/** Sent twice at once, the second finds what the first has written. */
async function signing<Payload>(
  ctx: RequestContext,
  work: (tx: Transaction) => Promise<Payload>,
  signedAtOnce: Payload,
): Promise<Payload> {
  try {
    return await ctx.unit.transaction(work)
  } catch (error) {
    const { code, constraint = '' } = error as { code?: string; constraint?: string }
    // It counted when it was read: a refusal of the wall means that it was changed or voided since.
    const countsNoMore = code === '42501' || constraint === 'session_signature_of_what_counts'
    if (countsNoMore) throw changedMeanwhile()
    if (constraint === 'session_signature_pkey' || constraint.endsWith('_comment_one_of_each'))
      return signedAtOnce
    throw error
  }
}

const HELD_BY_ME = /* sql */ `
  select s.id, s.voided_at as "voidedAt", access.may_sign_session(s.id) as "maySign",
         exists (select from session_signature x
                  where x.organization_id = s.organization_id and x.session_id = s.id
                    and x.signer_id = s.supervisor_id) as "isSigned"
    from supervision_session s
   where s.organization_id = (select access.organization_id()) and s.id = any ($1::uuid[])
     and s.supervisor_id = (select access.membership_id()) and s.status = 'HELD'
   order by s.id`

const ATTENDED_BY_ME = /* sql */ `
  select s.supervisor_id as "supervisorId", s.voided_at as "voidedAt",
         array(select g.type from session_segment g
                where g.organization_id = s.organization_id and g.session_id = s.id order by g.type) as types,
         (select x.signed_at from session_signature x
           where x.organization_id = s.organization_id and x.session_id = s.id and x.signer_id = a.peer_id) as "signedAt"
    from session_attendance a
    join supervision_session s on s.organization_id = a.organization_id and s.id = a.session_id
   where a.organization_id = (select access.organization_id()) and a.session_id = $1
     and a.peer_id = (select access.membership_id()) and s.status = 'HELD'`

function changedMeanwhile(): DomainError {
  const message = 'This version was changed or voided. Please look at the session as it is now.'
  return new DomainError('CONFLICT', 'supervision.signing.changed-meanwhile', message)
}

function tooLate(): DomainError {
  const message = 'You can sign a session for 14 days after your supervision of the peer has ended.'
  return new DomainError('CONFLICT', 'supervision.signing.supervision-ended', message)
}
