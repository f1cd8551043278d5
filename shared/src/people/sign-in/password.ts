import type { ValidationError } from '../../validation/validation-error.ts'
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.ts'

/** Fifteen without a second factor, and room for a sentence (NIST SP 800-63B-4, 3.1.1.2). */
export const PASSWORD_LENGTH = { from: 15, to: 128 } as const

/** A password made of one piece said again and again is as short as the piece. */
const LONGEST_REPEATED_PIECE = 8

/** Rows that fingers run along; a password that is a stretch of one needs no guessing. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789',
  '1234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
]

const LETTERS_FOR_SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** The form that is counted and hashed: the same keys give the same password on every keyboard. */
export function canonicalPassword(password: string): string {
  return password.normalize('NFKC')
}

/** Its length in characters (code points) of the canonical form: the one measure, for setting and for signing in. */
export function passwordLength(password: string): number {
  return [...canonicalPassword(password)].length
}

/**
 * Refuses a password by its length, by whether it is among the first that anybody would try, and by whether little is
 * left of it without `context`: what others know of the person, such as address, name and organization.
 */
export function validatePassword(
  field: string,
  password: string,
  context: readonly string[] = [],
): ValidationError[] {
  const canonical = canonicalPassword(password)
  const length = passwordLength(password)
  if (length === 0) return [{ field, problem: 'required' }]
  if (!password.isWellFormed()) return [{ field, problem: 'not-text' }]
  if (length < PASSWORD_LENGTH.from) return [{ field, problem: 'too-short', limit: PASSWORD_LENGTH.from }]
  if (length > PASSWORD_LENGTH.to) return [{ field, problem: 'too-long', limit: PASSWORD_LENGTH.to }]
  if (isCommon(canonical.toLowerCase())) return [{ field, problem: 'too-common' }]
  return isAboutOneself(canonical.toLowerCase(), context) ? [{ field, problem: 'too-personal' }] : []
}

/** Shorter words say nothing about anybody: "de", "inc". */
const SHORTEST_CONTEXT_WORD = 3
/** What must be left when everything that others know is taken away. */
const SHORTEST_REST = 8

function isAboutOneself(password: string, context: readonly string[]): boolean {
  const words = context.flatMap((text) =>
    canonicalPassword(text)
      .toLowerCase()
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .filter((word) => word.length >= SHORTEST_CONTEXT_WORD),
  )
  // Long words first, so that "anaheim" is not left as "heim" by "ana".
  const byLength = [...new Set(words)].sort((a, b) => b.length - a.length)
  const rest = byLength.reduce((left, word) => left.replaceAll(word, ' '), password)
  if (rest === password) return false
  return (rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < SHORTEST_REST || isCommon(rest.trim())
}

function isCommon(password: string): boolean {
  return (
    COMMON_PASSWORDS.has(password) || repeatsOnePiece(password) || isRun(password) || isCommonWords(password)
  )
}

function repeatsOnePiece(password: string): boolean {
  for (let size = 1; size <= LONGEST_REPEATED_PIECE; size += 1) {
    const piece = password.slice(0, size)
    if (piece.repeat(Math.ceil(password.length / size)).startsWith(password)) return true
  }
  return false
}

function isRun(password: string): boolean {
  return RUNS.some((run) => {
    const rounds = run.repeat(Math.ceil(password.length / run.length) + 1)
    return rounds.includes(password) || rounds.includes([...password].reverse().join(''))
  })
}

/** Whether nothing but common words is left without digits and signs, or with those inside read as letters. */
function isCommonWords(password: string): boolean {
  const core = password.replace(/^\P{L}+|\P{L}+$/gu, '')
  const read = [...core].map((sign) => LETTERS_FOR_SIGNS[sign] ?? sign).join('')
  return [password, read].some((text) => splitsIntoCommonWords(text.replace(/\P{L}/gu, '')))
}

/** Walks the places that words can reach; never goes back, so a long password costs no more than its length. */
function splitsIntoCommonWords(letters: string): boolean {
  const reached = new Set([0])
  for (let at = 0; at < letters.length; at += 1) {
    if (!reached.has(at)) continue
    for (const word of COMMON_WORDS) if (letters.startsWith(word, at)) reached.add(at + word.length)
  }
  return letters !== '' && reached.has(letters.length)
}
