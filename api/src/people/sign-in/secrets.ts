import { createHash, randomBytes } from 'node:crypto'
import { type Algorithm, hash, verify } from '@node-rs/argon2'

/** Its enum is ambient, so the number stands here (`Algorithm.Argon2id`). */
const ARGON2ID = 2 as Algorithm

/** 64 MiB, 3 passes, 1 lane. */
const COST = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

/** Takes the same work whether or not there is an account: without a hash, a made-up one is checked. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  madeUpHash ??= hashPassword(randomBytes(16).toString('hex'))
  const matches = await verify(passwordHash ?? (await madeUpHash), password.normalize('NFKC'))
  return passwordHash !== undefined && matches
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

/** The code as typed: case, spaces and dashes do not matter. */
export function hashRecoveryCode(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest()
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
