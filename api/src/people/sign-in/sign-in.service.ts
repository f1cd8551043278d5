import { DeviceKind } from '@alongside/shared/people/sign-in/device-kinds'
import { canonicalEmail, EMAIL_LENGTH_LIMIT } from '@alongside/shared/people/account/email'
import { hashToken, type RequestContext } from '../../server/request-context.ts'
import { SignedOutError } from '../../database/unit-of-work.ts'
import { rememberDevice, tryOwnPassword, tryPassword } from '../attempts/attempt-limits.service.ts'
import { meOf } from '../people.service.ts'
import type { Me } from '../people.types.ts'
import { newToken, passwordMatches } from './secrets.ts'
import {
  type AccessEnded,
  type ConfirmPasswordInput,
  type PasswordConfirmed,
  type SignedIn,
  type SignInInput,
  type SignInPaused,
  SignInRefusal,
  type SignInRefused,
  type SignOutEverywherePayload,
  type SignOutPayload,
} from './sign-in.types.ts'

// Signing in and out.

export type SignInAnswer = SignedIn | SignInRefused | SignInPaused

export async function signIn(ctx: RequestContext, input: SignInInput): Promise<SignInAnswer | AccessEnded> {
  const email = canonicalEmail(input.email)
  const isPossible = email.length <= EMAIL_LENGTH_LIMIT
  const known = await tryPassword(ctx, email, async () => {
    const [account] = await ctx.runUnauthenticated<{ account_id: string; password_hash: string }>(
      'select account_id, password_hash from access.find_sign_in($1)',
      [isPossible ? email : ''],
    )
    const matches = await passwordMatches(account?.password_hash, input.password)
    return matches && account ? { accountId: account.account_id } : null
  })
  if (known === null) return refused()
  if ('retryAfterSeconds' in known) return known
  const outcome = await beginSession(ctx, known.accountId, { device: input.device })
  return 'me' in outcome ? outcome : ((await accessEnded(ctx, known.accountId)) ?? outcome)
}

/** Of somebody who has left everywhere: what they can still do. Null for whoever has not left. */
async function accessEnded(ctx: RequestContext, accountId: string): Promise<AccessEnded | null> {
  const pass = newToken()
  const [left] = await ctx.runUnauthenticated<Omit<AccessEnded, 'pass'> & { expiresAt: Date | null }>(
    `select organization_name as "organizationName", last_day as "lastDay", data_until as "dataUntil",
            expires_at as "expiresAt", erased_at as "erasedAt" from access.create_leaver_pass($1, $2, $3)`,
    [accountId, hashToken(pass), ctx.now.toISOString()],
  )
  return left ? { ...left, pass: left.expiresAt ? pass : null } : null
}

/** Starts a session for an account whose right to one has just been shown. */
export async function beginSession(
  ctx: RequestContext,
  accountId: string,
  {
    device = DeviceKind.SHARED,
    recoveryCode = null,
    organizationId = null,
  }: { device?: DeviceKind; recoveryCode?: string | null; organizationId?: string | null } = {},
): Promise<SignedIn | SignInRefused> {
  const token = newToken()
  const [session] = await ctx.runUnauthenticated<{ expires_at: Date }>(
    'select expires_at from access.begin_session($1, $2, $3, $4, $5, $6, $7)',
    [
      accountId,
      organizationId,
      hashToken(token),
      ctx.now.toISOString(),
      ctx.userAgent,
      ctx.address,
      device === DeviceKind.SHARED,
    ],
  )
  // Right, and of no use: the last day is over, or the membership is disabled.
  if (!session) return refused()
  // The one that was there before is over, whoever it was of.
  if (ctx.tokenHash && !ctx.isToken) await endSession(ctx, ctx.tokenHash)
  ctx.cookie.set(token, Math.floor((session.expires_at.getTime() - ctx.now.getTime()) / 1000))
  // A shared device keeps nothing of whoever signed in on it.
  if (device === DeviceKind.OWN) await rememberDevice(ctx, accountId)
  ctx.actAs(token)
  return { me: await meOf(ctx.unit), recoveryCode }
}

export async function signOut(ctx: RequestContext): Promise<SignOutPayload> {
  if (ctx.tokenHash) await endSession(ctx, ctx.tokenHash)
  ctx.cookie.clear()
  return { signedOut: true }
}

async function endSession(ctx: RequestContext, tokenHash: Buffer): Promise<void> {
  await ctx.runUnauthenticated('select access.end_session($1, $2)', [tokenHash, ctx.now.toISOString()])
}

/** Ends every session of the account, this one too, and revokes its API tokens; says how many. */
export async function signOutEverywhere(ctx: RequestContext): Promise<SignOutEverywherePayload> {
  await ctx.unit.actor()
  const [done] = await ctx.runUnauthenticated<{ ended: number; revoked: number }>(
    'select ended, revoked from access.end_every_session($1, $2)',
    [ctx.tokenHash, ctx.now.toISOString()],
  )
  ctx.cookie.clear()
  return { endedSessions: done?.ended ?? 0, revokedTokens: done?.revoked ?? 0 }
}

/** The password once more, for what asks for it; the session goes on with a new token. */
export async function confirmPassword(
  ctx: RequestContext,
  { password }: ConfirmPasswordInput,
): Promise<PasswordConfirmed | SignInRefused | SignInPaused> {
  await ctx.unit.actor()
  const known = await tryOwnPassword(ctx, () => matchingOwnHash(ctx, password))
  if (known === null) return refused()
  if ('retryAfterSeconds' in known) return known
  const token = newToken()
  const [session] = await ctx.runUnauthenticated<{ expires_at: Date }>(
    'select expires_at from access.confirm_session($1, $2, $3)',
    [ctx.tokenHash, hashToken(token), ctx.now.toISOString()],
  )
  if (!session) throw new SignedOutError('signed out')
  ctx.cookie.set(token, Math.floor((session.expires_at.getTime() - ctx.now.getTime()) / 1000))
  ctx.actAs(token)
  return { me: await meOf(ctx.unit) }
}

/** The hash of the signed-in account's password; null when this is another password. */
export async function matchingOwnHash(
  ctx: RequestContext,
  password: string,
): Promise<{ passwordHash: string } | null> {
  const [account] = await ctx.runUnauthenticated<{ password_hash: string }>(
    'select password_hash from access.own_password_hash($1)',
    [ctx.tokenHash],
  )
  const matches = await passwordMatches(account?.password_hash, password)
  return matches && account ? { passwordHash: account.password_hash } : null
}

export async function me(ctx: RequestContext): Promise<Me | null> {
  if (!ctx.unit.isSignedIn) return null
  return meOf(ctx.unit).catch((error: unknown) => {
    if ((error as { code?: string }).code === SIGNED_OUT) return null
    throw error
  })
}
const SIGNED_OUT = 'AL401'

export function refused(): SignInRefused {
  return { cause: SignInRefusal.NO_MATCH, reason: 'This address and password do not go together.' }
}
