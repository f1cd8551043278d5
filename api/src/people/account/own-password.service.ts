import { validatePassword } from '@alongside/shared/people/sign-in/password'
import { writeSql } from '../../database/reads-and-writes.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import { hashToken, type RequestContext } from '../../server/request-context.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'
import { tryOwnPassword } from '../attempts/attempt-limits.service.ts'
import { hashPassword, hashRecoveryCode, newRecoveryCode, newToken } from '../sign-in/secrets.ts'
import { matchingOwnHash, refused } from '../sign-in/sign-in.service.ts'
import type { SignInPaused, SignInRefused } from '../sign-in/sign-in.types.ts'
import type {
  CreateRecoveryCodePayload,
  OwnPasswordUpdated,
  UpdateOwnPasswordInput,
} from './account.types.ts'

// The ways in of one's own account: password and recovery code.

/**
 * A new password for the current one. Every other device is signed out and API tokens are revoked; this one goes on
 * with a new token, so that a token that was copied before opens nothing any more.
 */
export async function updateOwnPassword(
  ctx: RequestContext,
  { currentPassword, newPassword }: UpdateOwnPasswordInput,
): Promise<OwnPasswordUpdated | SignInRefused | SignInPaused> {
  const { displayName, organizationName } = await ctx.unit.actor()
  const [account] = await ctx.unit.run<{ email: string }>(
    'select email from account where id = (select access.account_id())',
  )
  const context = [account?.email ?? '', displayName, organizationName]
  rejectIfInvalid(validatePassword('newPassword', newPassword, context))
  const known = await tryOwnPassword(ctx, () => matchingOwnHash(ctx, currentPassword))
  if (known === null) return refused()
  if ('retryAfterSeconds' in known) return known
  const token = newToken()
  const [[changed]] = await ctx.unit.write([
    writeSql<{ expiresAt: Date; ended: number; revoked: number }>(
      'select expires_at as "expiresAt", ended, revoked from access.change_own_password($1, $2, $3, $4)',
      [ctx.tokenHash, hashToken(token), known.passwordHash, await hashPassword(newPassword)],
    ),
  ])
  if (!changed)
    throw new DomainError(
      'CONFLICT',
      'people.account.password-changed',
      'The password was changed meanwhile.',
    )
  ctx.cookie.set(token, Math.floor((changed.expiresAt.getTime() - ctx.now.getTime()) / 1000))
  return { endedSessions: changed.ended, revokedTokens: changed.revoked }
}

/** Another recovery code, shown this once; the one before opens nothing any more. */
export async function createRecoveryCode(ctx: RequestContext): Promise<CreateRecoveryCodePayload> {
  requireConfirmedPassword(await ctx.unit.actor())
  const code = newRecoveryCode()
  await ctx.unit.write([writeSql('select access.replace_own_recovery_code($1)', [hashRecoveryCode(code)])])
  return { recoveryCode: code }
}
