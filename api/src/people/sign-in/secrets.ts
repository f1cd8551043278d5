import { createHash, randomBytes } from 'node:crypto'
import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { canonicalPassword, PASSWORD_LENGTH, passwordLength } from '@alongside/shared/people/sign-in/password'
import { canonicalRecoveryCode } from '@alongside/shared/people/sign-in/recovery-code'
import { busy } from '../../server/graphql/domain-error.ts'

/** Its enum is ambient, so the number stands here (`Algorithm.Argon2id`). */
const ARGON2ID = 2 as Algorithm

/** 64 MiB, 3 passes, 1 lane. */
const COST = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(canonicalPassword(password), COST))
}

/** Takes the same work whether or not there is an account, and whatever was typed: else a made-up hash is checked. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  madeUpHash ??= hash(randomBytes(16).toString('hex'), COST)
  const isPossible = passwordHash !== undefined && passwordLength(password) <= PASSWORD_LENGTH.to
  const known = isPossible ? passwordHash : await madeUpHash
  const matches = await inTurn(() => verify(known, isPossible ? canonicalPassword(password) : ''))
  return isPossible && matches
}
let madeUpHash: Promise<string> | undefined

/** 256 random bits: a session's token or an invitation's. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** 130 bits in groups of letters and digits that are hard to confuse: written down by hand. */
export function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(26), (byte) => CROCKFORD[byte % CROCKFORD.length]).join('')
  return letters.match(/.{1,5}/g)!.join('-')
}

export function hashRecoveryCode(code: string): Buffer {
  return createHash('sha256').update(canonicalRecoveryCode(code)).digest()
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Each takes 64 MiB and a thread: whoever comes when all places are taken is told at once, and nobody's memory is. */
export const HASHING = { atOnce: 4, waiting: 40, retryAfterSeconds: 5 } as const

let running = 0
const queue: (() => void)[] = []

async function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  if (running >= HASHING.atOnce) {
    if (queue.length >= HASHING.waiting) throw busy('people.sign-in.busy', HASHING.retryAfterSeconds)
    // Whoever ends hands the place on, so that nobody who comes later takes it.
    await new Promise<void>((go) => queue.push(go))
  } else running++
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running--
  }
}
