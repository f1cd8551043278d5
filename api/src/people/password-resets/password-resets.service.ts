import { validatePassword } from '@alongside/shared/people/sign-in/password'
import { notified } from '../../notifications/notify.ts'
import { writeSql } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertOf, updateOf } from '../../database/statements.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import { hashToken, type RequestContext } from '../../server/request-context.ts'
import { areLinksMailed } from '../invitations/waiting-members.ts'
import { changeMember, countChange } from '../members/member-changes.service.ts'
import { hashPassword, hashRecoveryCode, newRecoveryCode } from '../sign-in/secrets.ts'
import { beginSession, type SignInAnswer } from '../sign-in/sign-in.service.ts'
import { SignInRefusal, type SignInRefused } from '../sign-in/sign-in.types.ts'
import { PasswordReset } from './password-reset.entity.ts'
import type {
  CreatePasswordResetInput,
  OpenPastCheckInsInput,
  PasswordResetCreated,
  PasswordResetPreview,
  PastCheckInsOpened,
  ReplacePasswordInput,
} from './password-reset.types.ts'

// A lost password with a lost code. The link goes by mail to the address of the account, which no admin can change, so
// that whoever opens it is the person or somebody who reads their mail; what they answered before stays locked for both.

const LINK_OPEN_MS = 72 * 3_600_000

interface OpenReset extends PasswordResetPreview {
  readonly knownNames: string[]
}

export async function createPasswordReset(
  ctx: RequestContext,
  input: CreatePasswordResetInput,
): Promise<PasswordResetCreated | StaleRevision> {
  const expiresAt = new Date(ctx.now.getTime() + LINK_OPEN_MS)
  const outcome = await changeMember(ctx, input, async (tx, member) => {
    if (!member.hasJoined)
      throw new DomainError(
        'CONFLICT',
        'people.password-resets.not-joined',
        'This person has no account yet.',
      )
    if (!(await areLinksMailed(tx, ctx.services)))
      throw new DomainError('CONFLICT', 'people.password-resets.no-mail', 'No mail server is set up here.')
    if (!(await countChange(tx, input))) return false
    const open = { memberId: member.id, usedAt: null, revokedAt: null }
    const made = { memberId: member.id, startedBy: ME, createdAt: NOW, expiresAt }
    const inserting = { ...insertOf(PasswordReset, made), announces: notified }
    await tx.write([updateOf(PasswordReset, open, { revokedAt: NOW }), inserting])
    return true
  })
  return 'member' in outcome ? { ...outcome, expiresAt } : outcome
}

export async function openPasswordReset(
  ctx: RequestContext,
  token: string,
): Promise<PasswordResetPreview | null> {
  return (await findReset(ctx, token)) ?? null
}

export async function replacePassword(
  ctx: RequestContext,
  { token, newPassword, device }: ReplacePasswordInput,
): Promise<SignInAnswer> {
  const reset = await findReset(ctx, token)
  if (!reset) return linkClosed()
  rejectIfInvalid(validatePassword('newPassword', newPassword, [reset.email, ...reset.knownNames]))
  const recoveryCode = newRecoveryCode()
  const [account] = await ctx.runUnauthenticated<{ account_id: string; organization_id: string }>(
    'select account_id, organization_id from access.reset_password($1, $2, $3, $4)',
    [
      hashToken(token),
      await hashPassword(newPassword),
      hashRecoveryCode(recoveryCode),
      ctx.now.toISOString(),
    ],
  )
  if (!account) return linkClosed()
  return beginSession(ctx, account.account_id, {
    device,
    recoveryCode,
    organizationId: account.organization_id,
  })
}

/** The code has 130 random bits: nobody guesses it, and no try is counted. */
export async function openPastCheckIns(
  ctx: RequestContext,
  { recoveryCode }: OpenPastCheckInsInput,
): Promise<PastCheckInsOpened | SignInRefused> {
  const [[opened], [left]] = await ctx.unit.write([
    writeSql<{ count: number }>('select access.open_check_in_lock($1) as count', [
      hashRecoveryCode(recoveryCode),
    ]),
    writeSql<PastCheckInsOpened>('select access.check_ins_locked_before() as "lockedBefore"'),
  ])
  if (!opened?.count)
    return { cause: SignInRefusal.NO_MATCH, reason: 'This is not the code from before the reset.' }
  return { lockedBefore: left?.lockedBefore ?? null }
}

function linkClosed(): SignInRefused {
  return { cause: SignInRefusal.LINK_CLOSED, reason: 'This link is not open any more.' }
}

async function findReset(ctx: RequestContext, token: string): Promise<OpenReset | undefined> {
  const [found] = await ctx.runUnauthenticated<OpenReset>(
    `select email, organization_name as "organizationName", known_names as "knownNames"
       from access.find_password_reset($1, $2)`,
    [hashToken(token), ctx.now.toISOString()],
  )
  return found
}
