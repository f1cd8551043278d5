import { randomUUID } from 'node:crypto'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { validateAmendment } from '@alongside/shared/supervision/signing/amendment'
import { SignatureKind } from '@alongside/shared/supervision/signing/sign-off'
import { ME, NOW, insertOf } from '../../database/statements.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { saveSession } from '../sessions/log-session.service.ts'
import type { LogSupervisionSessionPayload } from '../sessions/session.types.ts'
import { changing, countsNoMore, mark, tell, versionsOf } from '../sessions/session-corrections.service.ts'
import { SessionAmendment } from './session-amendment.entity.ts'
import { SessionSignature } from './session-signature.entity.ts'
import type { AmendSupervisionSessionInput } from './signing.types.ts'

/**
 * A signed session is replaced by a further version, which says who changed it, when and why, and which its supervisor has
 * signed; the peers are told, and look at it anew. The signed version stays, with its signatures.
 */
export function amendSupervisionSession(
  ctx: RequestContext,
  { sessionId, reason, line, ...session }: AmendSupervisionSessionInput,
): Promise<LogSupervisionSessionPayload> {
  rejectIfInvalid(validateAmendment({ reason, line }))
  const why = { reason, line: line?.trim() || null }
  return saveSession(ctx, session, sessionId, (id, { attendees }, written) =>
    changing(ctx, async (tx) => {
      const { version } = await versionsOf(tx, sessionId)
      if (version.voidedAt) throw countsNoMore()
      if (!version.isSigned) throw notSigned()
      const peerIds = [...version.peerIds, ...attendees.map(({ peerId }) => peerId)]
      const amended = {
        id: randomUUID(),
        amendsId: version.id,
        sessionId: id,
        supervisorId: ME,
        amendedAt: NOW,
      }
      const signature = { sessionId: id, signerId: ME, supervisorId: ME, signedAt: NOW }
      await tx.write([mark(version.id, true)])
      await tx.write([
        ...written,
        insertOf(SessionAmendment, { ...amended, ...why }),
        insertOf(SessionSignature, { ...signature, kind: SignatureKind.SIGNED }),
        ...tell(id, peerIds, NotificationKind.SESSION_AMENDED),
      ])
    }),
  )
}

function notSigned(): DomainError {
  const message = 'Nobody has signed this session: it can be corrected.'
  return new DomainError('CONFLICT', 'supervision.signing.not-signed', message)
}
