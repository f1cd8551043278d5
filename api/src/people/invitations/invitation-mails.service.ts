import type { Logger } from 'pino'
import { runUnauthenticated } from '../../database/unit-of-work.ts'
import { hashToken, type AppServices } from '../../server/request-context.ts'
import { sendMails } from '../../server/mail/send-mails.ts'
import { newToken } from '../sign-in/secrets.ts'
import { invitationMail } from './invitation-mail.ts'

/** With 10 minutes more between each two, they end five hours after the first. */
const MAX_ATTEMPTS = 8

interface TakenInvitation {
  readonly token_hash: Buffer
  readonly email: string
  readonly organization_name: string
}

/**
 * Invitations whose link goes out by mail: the token is made here, the moment before it is sent, and only its hash is
 * kept. If the sending breaks off, the next run makes a fresh one.
 */
export async function sendInvitations(
  { database, mailer, environment, clock }: AppServices,
  stopping: AbortSignal,
  logger: Logger,
): Promise<void> {
  if (!mailer) return
  const tokens = new Map<string, string>()
  await sendMails<TakenInvitation>({
    stopping,
    logger,
    take: (most) => {
      tokens.clear()
      const hashes = Array.from({ length: most }, () => {
        const token = newToken()
        const hash = hashToken(token)
        tokens.set(hash.toString('hex'), token)
        return hash
      })
      return runUnauthenticated<TakenInvitation>(database, 'select * from access.take_invitations($1, $2)', [
        clock().toISOString(),
        hashes,
      ])
    },
    send: ({ token_hash, email, organization_name }) => {
      const link = `${environment.publicUrl}/invitation#${tokens.get(token_hash.toString('hex')) ?? ''}`
      return mailer(invitationMail(email, organization_name, link))
    },
    fail: ({ token_hash }, isReturned) =>
      runUnauthenticated(database, 'select access.mark_invitation_unsent($1, $2, $3)', [
        token_hash,
        isReturned,
        MAX_ATTEMPTS,
      ]),
    mark: ({ token_hash }) =>
      runUnauthenticated(database, 'select access.mark_invitation_mailed($1, $2)', [
        token_hash,
        clock().toISOString(),
      ]),
  })
}
