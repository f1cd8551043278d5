import { createHash } from 'node:crypto'
import { hashToken, type RequestContext } from '../../server/request-context.ts'
import { networkOf } from './network.ts'

// How fast passwords may be tried. Nothing here locks: a limit only slows whoever is beyond it, only what failed is
// counted, and what strangers try holds back neither a device that the account knows nor whoever is signed in. Tokens
// and codes of 128 bits and more cannot be guessed and have no limit.

interface Limit {
  readonly allowed: number
  /** An interval of PostgreSQL. */
  readonly window: string
}

export const ATTEMPT_LIMITS = {
  /** One a minute on average for an account, from all devices that it does not know, whatever their addresses. */
  account: { allowed: 5, window: '5 minutes' },
  /** For one device that the account knows. */
  device: { allowed: 10, window: '15 minutes' },
  /** For one network, whatever accounts are tried from it. */
  network: { allowed: 100, window: '15 minutes' },
  /** For whoever is signed in and gives the password once more. */
  session: { allowed: 10, window: '15 minutes' },
} as const satisfies Record<string, Limit>

export interface Paused {
  readonly retryAfterSeconds: number
}

interface Bucket extends Limit {
  readonly name: string
}

/** Looks at a password for an address, or asks to wait. `look` answers null for a password that is not right. */
export async function tryPassword<Found extends object>(
  ctx: RequestContext,
  email: string,
  look: () => Promise<Found | null>,
): Promise<Found | Paused | null> {
  return countFailures(ctx, await bucketsFor(ctx, email), look)
}

/** The same for whoever is signed in: counted for the session, since a stranger has none. */
export function tryOwnPassword<Found extends object>(
  ctx: RequestContext,
  look: () => Promise<Found | null>,
): Promise<Found | Paused | null> {
  const session = ctx.tokenHash?.toString('hex') ?? ''
  return countFailures(ctx, [{ name: `session:${session}`, ...ATTEMPT_LIMITS.session }], look)
}

/** From now on this browser is one that the account knows. */
export async function rememberDevice(ctx: RequestContext, accountId: string): Promise<void> {
  await ctx.runUnauthenticated('select access.remember_device($1, $2, $3)', [
    accountId,
    hashToken(ctx.device.keep()),
    ctx.now.toISOString(),
  ])
}

/** The pause in force in a bucket; null: the try is counted, and may go on. */
export async function pauseBefore(ctx: RequestContext, bucket: Bucket): Promise<Paused | null> {
  const [answer] = await ctx.runUnauthenticated<{ seconds: number }>(
    'select access.count_attempt($1, $2, $3, $4) as seconds',
    [hashOf(bucket), ctx.now.toISOString(), bucket.window, bucket.allowed],
  )
  return answer && answer.seconds > 0 ? { retryAfterSeconds: answer.seconds } : null
}

function hashOf({ name }: Bucket): string {
  return createHash('sha256').update(name).digest('hex')
}

async function bucketsFor(ctx: RequestContext, email: string): Promise<Bucket[]> {
  const device = ctx.device.token
  if (device !== null) {
    const [found] = await ctx.runUnauthenticated<{ is_known: boolean }>(
      'select access.is_known_device($1, $2, $3) as is_known',
      [email, hashToken(device), ctx.now.toISOString()],
    )
    if (found?.is_known)
      return [{ name: `device:${email}:${hashToken(device).toString('hex')}`, ...ATTEMPT_LIMITS.device }]
  }
  return [
    { name: `account:${email}`, ...ATTEMPT_LIMITS.account },
    { name: `network:${networkOf(ctx.address)}`, ...ATTEMPT_LIMITS.network },
  ]
}

/** Counts before it looks, so that tries at the same moment count too, and takes the count back unless it failed. */
async function countFailures<Found extends object>(
  ctx: RequestContext,
  buckets: readonly Bucket[],
  look: () => Promise<Found | null>,
): Promise<Found | Paused | null> {
  const counted: string[] = []
  let hasFailed = false
  try {
    for (const bucket of buckets) {
      const pause = await pauseBefore(ctx, bucket)
      if (pause) return pause
      counted.push(hashOf(bucket))
    }
    const found = await look()
    hasFailed = found === null
    return found
  } finally {
    if (!hasFailed && counted.length > 0)
      await ctx.runUnauthenticated('select access.discount_attempts($1, $2)', [
        counted,
        ctx.now.toISOString(),
      ])
  }
}
