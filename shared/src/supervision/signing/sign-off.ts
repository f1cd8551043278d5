import { isBlank } from '../../validation/one-line.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'

/** How somebody put their name to a session. */
export const SignatureKind = {
  /** The supervisor: this is what took place. */
  SIGNED: 'SIGNED',
  /** A peer: it looks right. */
  ACKNOWLEDGED: 'ACKNOWLEDGED',
  /** A peer: it took place, and this should stand beside it. */
  COMMENTED: 'COMMENTED',
} as const
export type SignatureKind = (typeof SignatureKind)[keyof typeof SignatureKind]

/** After a relationship has ended, its holder can still sign what was held before (the database counts them as well). */
export const SIGN_OFF_DAYS_AFTER_END = 14
/** Nobody is asked for a signature on a session that is older; it can still be signed where it stands. */
export const ASKED_FOR_DAYS = 60
/** Whoever has not signed is told after so many days, once each, and never again. */
export const REMINDER_DAYS = [7, 30] as const
/** As many as one look at the list takes in. */
export const SIGNED_AT_ONCE = 50
export const COMMENT_LIMIT = 2000

export interface CommentInput {
  readonly type: string
  readonly comment: string
}

/** A comment belongs to a part that the session had, one a part, and says something. */
export function validateComments(
  comments: readonly CommentInput[],
  types: readonly string[],
): ValidationError[] {
  const ofTypes = comments.map(({ type }) => type)
  return comments.flatMap(({ type, comment }, at): ValidationError[] => {
    const field = `comments.${at}`
    if (!types.includes(type)) return [{ field: `${field}.type`, problem: 'not-an-option' }]
    if (ofTypes.indexOf(type) < at) return [{ field: `${field}.type`, problem: 'repeated' }]
    if (isBlank(comment)) return [{ field: `${field}.comment`, problem: 'required' }]
    return validateText(`${field}.comment`, comment, COMMENT_LIMIT)
  })
}

export interface Signer {
  readonly signerId: string
  readonly signedAt: string | Date
}

export interface SignOff {
  /** Nobody whom the reader sees is missing. */
  readonly isComplete: boolean
  /** The supervisor first. */
  readonly waitingFor: readonly string[]
}

/** Who is still to sign, of those whom the reader sees; in a group a peer sees the supervisor and themselves. */
export function signOffOf(
  supervisorId: string,
  attendeeIds: readonly string[],
  signatures: readonly Signer[],
): SignOff {
  const signed = new Set(signatures.map(({ signerId }) => signerId))
  const waitingFor = [supervisorId, ...attendeeIds].filter((id) => !signed.has(id))
  return { isComplete: waitingFor.length === 0, waitingFor }
}
