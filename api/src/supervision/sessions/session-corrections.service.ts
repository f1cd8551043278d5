import { randomUUID } from 'node:crypto'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import type { SelectText, Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { DomainError, notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { saveSession } from './log-session.service.ts'
import { loggedSession } from './session.service.ts'
import type {
  CorrectSupervisionSessionInput,
  RestoreSupervisionSessionInput,
  SessionChangedPayload,
  VoidSupervisionSessionInput,
} from './session-corrections.types.ts'
import type { LogSupervisionSessionPayload } from './session.types.ts'
import { SupervisionSession } from './supervision-session.entity.ts'

// Whoever logged a session corrects it by a further version, or voids one that never was. No version is overwritten, and
// everybody who stands in one is told.

type Version = Pick<SupervisionSession, 'id' | 'voidedAt'> & {
  readonly peerIds: readonly string[]
  readonly isSigned: boolean
}

const VERSION = columnsOf(SupervisionSession, 's', ['id', 'voidedAt'])

/** What is written is checked like a session that is logged now. */
export function correctSupervisionSession(
  ctx: RequestContext,
  { sessionId, ...session }: CorrectSupervisionSessionInput,
): Promise<LogSupervisionSessionPayload> {
  return saveSession(ctx, session, sessionId, (id, { attendees }, written) =>
    changing(ctx, async (tx) => {
      const { version } = await unsignedVersionsOf(tx, sessionId)
      if (version.voidedAt) throw countsNoMore()
      await tx.write([mark(version.id, true)])
      const peerIds = [...version.peerIds, ...attendees.map(({ peerId }) => peerId)]
      await tx.write([...written, ...tell(id, peerIds)])
    }),
  )
}

/** The session never was. */
export async function voidSupervisionSession(
  ctx: RequestContext,
  { sessionId }: VoidSupervisionSessionInput,
): Promise<SessionChangedPayload> {
  await changing(ctx, async (tx) => {
    const { version } = await unsignedVersionsOf(tx, sessionId)
    if (version.voidedAt) throw countsNoMore()
    await tx.write([mark(version.id, true), ...tell(version.id, version.peerIds)])
  })
  return { session: () => loggedSession(ctx, sessionId) }
}

/** The version counts again, in place of the one that counts now. */
export async function restoreSupervisionSession(
  ctx: RequestContext,
  { sessionId }: RestoreSupervisionSessionInput,
): Promise<SessionChangedPayload> {
  await changing(ctx, async (tx) => {
    const { version, counting } = await unsignedVersionsOf(tx, sessionId)
    if (!version.voidedAt) throw countsAlready()
    if (counting) await tx.write([mark(counting.id, true)])
    const peerIds = [...version.peerIds, ...(counting?.peerIds ?? [])]
    await tx.write([mark(version.id, false), ...tell(version.id, peerIds)])
  })
  return { session: () => loggedSession(ctx, sessionId) }
}

/** Whoever signs at the same time may be first: the database looks once more at the commit. */
export async function changing<Answer>(
  ctx: RequestContext,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ctx.unit.transaction(work)
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'supervision_session_signed') throw error
    throw signedAlready()
  }
}

/** The version and the one that counts, locked: of two changes at once the second finds what the first has made. */
export async function versionsOf(tx: Transaction, sessionId: string) {
  const versions = await tx.run<Version>(VERSIONS, [sessionId])
  const version = versions.find(({ id }) => id === sessionId.toLowerCase())
  if (!version) throw notFound()
  const isSigned = versions.some((each) => each.isSigned)
  return { version, counting: versions.find(({ voidedAt }) => voidedAt === null), isSigned }
}

/** From the first signature on, only an amendment changes a session; the database refuses the rest as well. */
async function unsignedVersionsOf(tx: Transaction, sessionId: string) {
  const versions = await versionsOf(tx, sessionId)
  if (versions.isSigned) throw signedAlready()
  return versions
}

const VERSIONS: SelectText = /* sql */ `
  select ${VERSION}, array(
           select a.peer_id from session_attendance a
            where a.organization_id = s.organization_id and a.session_id = s.id) as "peerIds",
         exists (select from session_signature x
                  where x.organization_id = s.organization_id and x.session_id = s.id) as "isSigned"
    from supervision_session s
   where s.organization_id = (select access.organization_id()) and s.supervisor_id = (select access.membership_id())
     and coalesce(s.version_of, s.id) = (
       select coalesce(one.version_of, one.id) from supervision_session one
        where one.organization_id = (select access.organization_id()) and one.id = $1)
   order by s.id for update`

export function mark(id: string, voided: boolean): Write {
  const set = voided ? { voidedBy: ME, voidedAt: NOW } : { voidedBy: null, voidedAt: null }
  return updateOf(SupervisionSession, { id, supervisorId: ME }, set)
}

export function tell(
  sessionId: string,
  peerIds: readonly string[],
  kind: NotificationKind = NotificationKind.SESSION_CORRECTED,
): Write[] {
  return notification({
    recipientId: [...new Set(peerIds)],
    kind,
    // Each change of a session is told of.
    key: `session:${sessionId}:${randomUUID()}`,
    subjectId: sessionId,
  })
}

export function countsNoMore(): DomainError {
  const message = 'This version was voided or corrected before.'
  return new DomainError('CONFLICT', 'supervision.sessions.counts-no-more', message)
}

function countsAlready(): DomainError {
  const message = 'This version counts already.'
  return new DomainError('CONFLICT', 'supervision.sessions.counts-already', message)
}

export function signedAlready(): DomainError {
  const message = 'This session is signed. An amendment can change it.'
  return new DomainError('CONFLICT', 'supervision.sessions.signed', message)
}
