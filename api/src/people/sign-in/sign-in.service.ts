import { createHash } from 'node:crypto'
import { DeviceKind } from '@alongside/shared/people/sign-in/device-kinds'
import { canonicalEmail } from '@alongside/shared/people/account/email'
import { hashToken, type RequestContext } from '../../server/request-context.ts'
import { meOf } from '../people.service.ts'
import type { Me } from '../people.types.ts'
import { newToken, passwordMatches } from './secrets.ts'
import type {
  ConfirmPasswordInput,
  PasswordConfirmed,
  SignedIn,
  SignInInput,
  SignInPaused,
  SignInRefused,
  SignOutEverywherePayload,
  SignOutPayload,
} from './sign-in.types.ts'

// Signing in and out. Tries are counted in the database before any password is looked at.

const LONGEST_PASSWORD = 128
const LONGEST_EMAIL = 254

export const ATTEMPT_LIMITS = {
  address: { allowed: 10, window: '15 minutes' },
  account: { allowed: 50, window: '1 day' },
  /** Past the account's day: slower, never locked, or a stranger could keep somebody out. */
  slow: { allowed: 1, window: '1 minute' },
  recovery: { allowed: 5, window: '1 hour' },
} as const

export type SignInAnswer = SignedIn | SignInRefused | SignInPaused

export async function signIn(ctx: RequestContext, input: SignInInput): Promise<SignInAnswer> {
  const email = canonicalEmail(input.email)
  const pause = await pauseBefore(ctx, email)
  if (pause) return pause
  const isPlausible = email.length <= LONGEST_EMAIL && input.password.length <= LONGEST_PASSWORD
  const [account] = await ctx.runUnauthenticated<{ account_id: string; password_hash: string }>(
    'select account_id, password_hash from access.find_sign_in($1)',
    [isPlausible ? email : ''],
  )
  const matches = await passwordMatches(account?.password_hash, isPlausible ? input.password : '')
  if (!account || !matches) return refused()
  return beginSession(ctx, account.account_id, { device: input.device })
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
  ctx.cookie.set(token, Math.floor((session.expires_at.getTime() - ctx.now.getTime()) / 1000))
  ctx.actAs(token)
  return { me: await meOf(ctx.unit), recoveryCode }
}

export async function signOut(ctx: RequestContext): Promise<SignOutPayload> {
  if (ctx.tokenHash)
    await ctx.runUnauthenticated('select access.end_session($1, $2)', [ctx.tokenHash, ctx.now.toISOString()])
  ctx.cookie.clear()
  return { signedOut: true }
}

/** Ends every session of the account, this one too; says how many. */
export async function signOutEverywhere(ctx: RequestContext): Promise<SignOutEverywherePayload> {
  await ctx.unit.actor()
  const [ended] = await ctx.runUnauthenticated<{ count: number }>(
    'select access.end_every_session($1, $2) as count',
    [ctx.tokenHash, ctx.now.toISOString()],
  )
  ctx.cookie.clear()
  return { endedSessions: ended?.count ?? 0 }
}

/** The password once more, for what asks for it: past check-ins after 30 minutes. */
export async function confirmPassword(
  ctx: RequestContext,
  { password }: ConfirmPasswordInput,
): Promise<PasswordConfirmed | SignInRefused | SignInPaused> {
  const { accountId } = await ctx.unit.actor()
  const pause = await attemptPause(ctx, `account:${accountId}`, ATTEMPT_LIMITS.account)
  if (pause) return pause
  const [account] = await ctx.runUnauthenticated<{ password_hash: string }>(
    'select password_hash from access.own_password_hash($1)',
    [ctx.tokenHash],
  )
  if (!(await passwordMatches(account?.password_hash, password.slice(0, LONGEST_PASSWORD + 1))))
    return refused()
  await ctx.runUnauthenticated('select access.confirm_session($1, $2)', [
    ctx.tokenHash,
    ctx.now.toISOString(),
  ])
  return { me: { ...(await meOf(ctx.unit)), passwordConfirmed: true } }
}

export async function me(ctx: RequestContext): Promise<Me | null> {
  if (!ctx.unit.isSignedIn) return null
  return meOf(ctx.unit).catch((error: unknown) => {
    if ((error as { code?: string }).code === SIGNED_OUT) return null
    throw error
  })
}
const SIGNED_OUT = 'AL401'

/** The pause in force for these tries, counting this one; null: go on. */
export async function attemptPause(
  ctx: RequestContext,
  bucket: string,
  { allowed, window }: { allowed: number; window: string },
): Promise<SignInPaused | null> {
  const hashed = createHash('sha256').update(bucket).digest('hex')
  const [attempt] = await ctx.runUnauthenticated<{ seconds: number }>(
    'select access.count_attempt($1, $2, $3, $4) as seconds',
    [hashed, ctx.now.toISOString(), window, allowed],
  )
  return attempt && attempt.seconds > 0 ? { retryAfterSeconds: attempt.seconds } : null
}

/** The pause before a password for this address is looked at, counting this try. */
export async function pauseBefore(ctx: RequestContext, email: string): Promise<SignInPaused | null> {
  const pause = await attemptPause(ctx, `address:${email}:${ctx.address}`, ATTEMPT_LIMITS.address)
  if (pause) return pause
  const isBeyondTheDay = await attemptPause(ctx, `email:${email}`, ATTEMPT_LIMITS.account)
  return isBeyondTheDay ? attemptPause(ctx, `slow:${email}:${ctx.address}`, ATTEMPT_LIMITS.slow) : null
}

export function refused(): SignInRefused {
  return { reason: 'This address and password do not go together.' }
}
