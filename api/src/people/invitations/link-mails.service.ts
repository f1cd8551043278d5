import type { Logger } from 'pino'
import { runUnauthenticated } from '../../database/unit-of-work.ts'
import { hashToken, type AppServices } from '../../server/request-context.ts'
import type { Mail } from '../../server/mail/mailer.ts'
import { sendMails } from '../../server/mail/send-mails.ts'
import { passwordResetMail } from '../password-resets/password-reset-mail.ts'
import { newToken } from '../sign-in/secrets.ts'
import { invitationMail } from './invitation-mail.ts'

/** With 10 minutes more between each two, they end five hours after the first. */
const MAX_ATTEMPTS = 8

interface Taken {
  readonly token_hash: Buffer
  readonly email: string
  readonly organization_name: string
}

/** A kind of link that goes out by mail, and the functions of the database that give it out. */
interface LinkKind {
  readonly path: string
  readonly take: string
  readonly markMailed: string
  readonly markUnsent: string
  readonly mail: (to: string, organizationName: string, link: string) => Mail
}

const INVITATIONS: LinkKind = {
  path: 'invitation',
  take: 'select * from access.take_invitations($1, $2)',
  markMailed: 'select access.mark_invitation_mailed($1, $2)',
  markUnsent: 'select access.mark_invitation_unsent($1, $2, $3)',
  mail: invitationMail,
}
const PASSWORD_RESETS: LinkKind = {
  path: 'reset-password',
  take: 'select * from access.take_password_resets($1, $2)',
  markMailed: 'select access.mark_password_reset_mailed($1, $2)',
  markUnsent: 'select access.mark_password_reset_unsent($1, $2, $3)',
  mail: passwordResetMail,
}

export async function sendLinkMails(
  services: AppServices,
  stopping: AbortSignal,
  logger: Logger,
): Promise<void> {
  await sendLinks(INVITATIONS, services, stopping, logger)
  await sendLinks(PASSWORD_RESETS, services, stopping, logger)
}

/**
 * Links that go out by mail: the token is made here, the moment before it is sent, and only its hash is kept. If the
 * sending breaks off, a later run makes a fresh one.
 */
async function sendLinks(
  kind: LinkKind,
  { database, mailer, environment, clock }: AppServices,
  stopping: AbortSignal,
  logger: Logger,
): Promise<void> {
  if (!mailer) return
  const tokens = new Map<string, string>()
  const now = () => clock().toISOString()
  await sendMails<Taken>({
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
      return runUnauthenticated<Taken>(database, kind.take, [now(), hashes])
    },
    send: ({ token_hash, email, organization_name }) => {
      const link = `${environment.publicUrl}/${kind.path}#${tokens.get(token_hash.toString('hex')) ?? ''}`
      return mailer(kind.mail(email, organization_name, link))
    },
    fail: ({ token_hash }, isReturned) =>
      runUnauthenticated(database, kind.markUnsent, [token_hash, isReturned, MAX_ATTEMPTS]),
    mark: ({ token_hash }) => runUnauthenticated(database, kind.markMailed, [token_hash, now()]),
  })
}
