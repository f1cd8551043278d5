import { canonicalEmail } from '@alongside/shared/people/account/email'
import type { Role } from '@alongside/shared/people/roles'
import { validateInvitation } from '@alongside/shared/people/invitations/invitation-input'
import { validatePassword } from '@alongside/shared/people/sign-in/password'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import { hashToken, type RequestContext } from '../../server/request-context.ts'
import type { RecoverAccountInput } from '../sign-in/sign-in.types.ts'
import type { AcceptInvitationInput, InvitationPreview } from './invitation.types.ts'
import { hashPassword, hashRecoveryCode, newRecoveryCode, passwordMatches } from '../sign-in/secrets.ts'
import {
  ATTEMPT_LIMITS,
  attemptPause,
  beginSession,
  pauseBefore,
  refused,
  type SignInAnswer,
} from '../sign-in/sign-in.service.ts'

// Coming in by invitation, and back in by the recovery code.

interface OpenInvitation {
  email: string
  displayName: string
  roles: Role[]
  organizationName: string
  hasAccount: boolean
}

export async function openInvitation(ctx: RequestContext, token: string): Promise<InvitationPreview | null> {
  return (await findInvitation(ctx, token)) ?? null
}

/** Makes the membership (and the account, with a recovery code shown once) and signs in. */
export async function acceptInvitation(
  ctx: RequestContext,
  input: AcceptInvitationInput,
): Promise<SignInAnswer> {
  const pause = await attemptPause(ctx, `invitation:${ctx.address}`, ATTEMPT_LIMITS.address)
  if (pause) return pause
  const invitation = await findInvitation(ctx, input.token)
  if (!invitation) return { reason: 'This link is not open any more.' }
  rejectIfInvalid(
    validateInvitation({ email: invitation.email, displayName: input.displayName, roles: invitation.roles }),
  )
  if (invitation.hasAccount) {
    const guessing = await pauseBefore(ctx, invitation.email)
    if (guessing) return guessing
    const [account] = await ctx.runUnauthenticated<{ password_hash: string }>(
      'select password_hash from access.invited_password_hash($1, $2)',
      [hashToken(input.token), ctx.now.toISOString()],
    )
    if (!(await passwordMatches(account?.password_hash, input.password))) return refused()
  } else rejectIfInvalid(validatePassword('password', input.password))
  const recoveryCode = invitation.hasAccount ? null : newRecoveryCode()
  const [accepted] = await ctx.runUnauthenticated<{ account_id: string; organization_id: string }>(
    'select account_id, organization_id from access.join_organization($1, $2, $3, $4, $5, $6)',
    [
      hashToken(input.token),
      input.displayName.trim(),
      await hashPassword(input.password),
      recoveryCode ? hashRecoveryCode(recoveryCode) : null,
      invitation.hasAccount,
      ctx.now.toISOString(),
    ],
  )
  if (!accepted) return { reason: 'This link is not open any more.' }
  return beginSession(ctx, accepted.account_id, {
    device: input.device,
    recoveryCode,
    organizationId: accepted.organization_id,
  })
}

/** A new password for the recovery code; every session ends and a new code is shown. */
export async function recoverAccount(ctx: RequestContext, input: RecoverAccountInput): Promise<SignInAnswer> {
  const email = canonicalEmail(input.email)
  const pause = await attemptPause(ctx, `recovery:${email}`, ATTEMPT_LIMITS.recovery)
  if (pause) return pause
  rejectIfInvalid(validatePassword('newPassword', input.newPassword))
  const passwordHash = await hashPassword(input.newPassword)
  const [account] = await ctx.runUnauthenticated<{ account_id: string }>(
    'select account_id from access.find_recoverable_account($1, $2, $3)',
    [email, hashRecoveryCode(input.recoveryCode), ctx.now.toISOString()],
  )
  if (!account) return { reason: 'This address and code do not go together.' }
  const recoveryCode = newRecoveryCode()
  await ctx.runUnauthenticated('select access.replace_password($1, $2, $3, $4)', [
    account.account_id,
    passwordHash,
    hashRecoveryCode(recoveryCode),
    ctx.now.toISOString(),
  ])
  return beginSession(ctx, account.account_id, { device: input.device, recoveryCode })
}

async function findInvitation(ctx: RequestContext, token: string): Promise<OpenInvitation | undefined> {
  const [found] = await ctx.runUnauthenticated<OpenInvitation>(
    `select email, display_name as "displayName", roles, organization_name as "organizationName",
            has_account as "hasAccount" from access.find_open_invitation($1, $2)`,
    [hashToken(token), ctx.now.toISOString()],
  )
  return found
}
