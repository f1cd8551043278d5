import { oneLine } from '@alongside/shared/validation/one-line'
import { canonicalEmail } from '@alongside/shared/people/account/email'
import type { Role } from '@alongside/shared/people/roles'
import { validateDisplayName } from '@alongside/shared/people/invitations/invitation-input'
import { validatePassword } from '@alongside/shared/people/sign-in/password'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import { hashToken, type RequestContext } from '../../server/request-context.ts'
import { tryPassword } from '../attempts/attempt-limits.service.ts'
import { type RecoverAccountInput, SignInRefusal, type SignInRefused } from '../sign-in/sign-in.types.ts'
import type { AcceptInvitationInput, InvitationPreview } from './invitation.types.ts'
import { hashPassword, hashRecoveryCode, newRecoveryCode, passwordMatches } from '../sign-in/secrets.ts'
import { beginSession, type SignInAnswer } from '../sign-in/sign-in.service.ts'

// Coming in by invitation, and back in by the recovery code. Neither a token of 256 bits nor a code of 130 is guessed:
// only passwords are counted.

interface OpenInvitation {
  email: string
  displayName: string
  roles: Role[]
  organizationName: string
  hasAccount: boolean
  /** The token was in an email to the address and nowhere else. */
  isAddressProved: boolean
}

export async function openInvitation(ctx: RequestContext, token: string): Promise<InvitationPreview | null> {
  const found = await findInvitation(ctx, token)
  return found ? { ...found, hasAccount: found.isAddressProved ? found.hasAccount : null } : null
}

/** Makes the membership (and the account, with a recovery code shown once) and signs in. */
export async function acceptInvitation(
  ctx: RequestContext,
  input: AcceptInvitationInput,
): Promise<SignInAnswer> {
  const invitation = await findInvitation(ctx, input.token)
  if (!invitation) return linkClosed()
  rejectIfInvalid(validateDisplayName('displayName', input.displayName))
  const known = await passwordFor(ctx, invitation, input)
  if (known === null) return passwordRefused(invitation)
  if ('retryAfterSeconds' in known) return known
  const recoveryCode = invitation.hasAccount ? null : newRecoveryCode()
  const [accepted] = await ctx.runUnauthenticated<{ account_id: string; organization_id: string }>(
    'select account_id, organization_id from access.join_organization($1, $2, $3, $4, $5, $6)',
    [
      hashToken(input.token),
      oneLine(input.displayName),
      known.passwordHash,
      recoveryCode ? hashRecoveryCode(recoveryCode) : null,
      invitation.hasAccount,
      ctx.now.toISOString(),
    ],
  )
  if (!accepted) return linkClosed()
  return beginSession(ctx, accepted.account_id, {
    device: input.device,
    recoveryCode,
    organizationId: accepted.organization_id,
  })
}

/**
 * The hash to join with. Where nothing proves that the link is in the hands of whom it is for, an address with an account
 * and one without are told apart by no answer and by no work: a password that could not be chosen counts as a wrong one.
 */
function passwordFor(
  ctx: RequestContext,
  { email, organizationName, hasAccount, isAddressProved }: OpenInvitation,
  { token, password, displayName }: AcceptInvitationInput,
) {
  const problems = validatePassword('password', password, [email, displayName, organizationName])
  if (isAddressProved && !hasAccount) rejectIfInvalid(problems)
  return tryPassword(ctx, email, async () => {
    if (!hasAccount && problems.length === 0) return { passwordHash: await hashPassword(password) }
    const [account] = await ctx.runUnauthenticated<{ password_hash: string }>(
      'select password_hash from access.invited_password_hash($1, $2)',
      [hashToken(token), ctx.now.toISOString()],
    )
    const matches = await passwordMatches(account?.password_hash, password)
    return matches && account ? { passwordHash: account.password_hash } : null
  })
}

function passwordRefused({ isAddressProved }: OpenInvitation): SignInRefused {
  return isAddressProved
    ? { cause: SignInRefusal.OTHER_PASSWORD, reason: 'This is not the password of your account.' }
    : { cause: SignInRefusal.PASSWORD_NOT_ACCEPTED, reason: 'This password cannot be used here.' }
}

function linkClosed(): SignInRefused {
  return { cause: SignInRefusal.LINK_CLOSED, reason: 'This link is not open any more.' }
}

/** A new password for the recovery code; every session ends and a new code is shown. */
export async function recoverAccount(ctx: RequestContext, input: RecoverAccountInput): Promise<SignInAnswer> {
  const email = canonicalEmail(input.email)
  rejectIfInvalid(validatePassword('newPassword', input.newPassword, [email]))
  const [account] = await ctx.runUnauthenticated<{ account_id: string; known_names: string[] }>(
    'select account_id, known_names from access.find_recoverable_account($1, $2, $3)',
    [email, hashRecoveryCode(input.recoveryCode), ctx.now.toISOString()],
  )
  if (!account) return { cause: SignInRefusal.NO_MATCH, reason: 'This address and code do not go together.' }
  rejectIfInvalid(validatePassword('newPassword', input.newPassword, [email, ...account.known_names]))
  const recoveryCode = newRecoveryCode()
  await ctx.runUnauthenticated('select access.replace_password($1, $2, $3, $4)', [
    account.account_id,
    await hashPassword(input.newPassword),
    hashRecoveryCode(recoveryCode),
    ctx.now.toISOString(),
  ])
  return beginSession(ctx, account.account_id, { device: input.device, recoveryCode })
}

async function findInvitation(ctx: RequestContext, token: string): Promise<OpenInvitation | undefined> {
  const [found] = await ctx.runUnauthenticated<OpenInvitation>(
    `select email, display_name as "displayName", roles, organization_name as "organizationName",
            has_account as "hasAccount", is_address_proved as "isAddressProved"
       from access.find_open_invitation($1, $2)`,
    [hashToken(token), ctx.now.toISOString()],
  )
  return found
}
