import { validateChoice, validateText, type ValidationError } from '../validation/validation-error.ts'
import { DRIFT_CAUSES } from './drift-causes.ts'

export const EVIDENCE_LIMIT = 2000
export const RESPONSE_LIMIT = 2000

/** Who saw it first: a rule over the peer's own facts, the peer, or a supervisor who teaches or supports them. */
export const FlagOrigin = { SIGNAL: 'SIGNAL', PEER: 'PEER', SUPERVISOR: 'SUPERVISOR' } as const
export type FlagOrigin = (typeof FlagOrigin)[keyof typeof FlagOrigin]

/** A flag as a person raises it: the peer about their own work, or a supervisor about what they observed. */
export interface RaiseFlagInput {
  readonly evidence: string
  readonly cause: string
  /** How the peer sees it; stays with the flag for good. */
  readonly response?: string | null | undefined
}

/** Refuses a flag that rests on nothing, or names no cause of the list. */
export function validateRaiseFlag(input: RaiseFlagInput): ValidationError[] {
  return [
    ...(input.evidence.trim() === '' ? [{ field: 'evidence', problem: 'required' } as const] : []),
    ...validateText('evidence', input.evidence, EVIDENCE_LIMIT),
    ...validateChoice('cause', [input.cause], DRIFT_CAUSES),
    ...validateResponse('response', input.response),
  ]
}

/** A draft needs a beginning; the cause can wait. */
export function validateFlagDraft(
  input: Omit<RaiseFlagInput, 'cause'> & { readonly cause?: string | null | undefined },
): ValidationError[] {
  return validateRaiseFlag({ ...input, cause: input.cause || 'STRUCTURE' })
}

/** The peer's response can be left out, and added later; it is only limited in length. */
export function validateResponse(field: string, response: string | null | undefined): ValidationError[] {
  return validateText(field, response, RESPONSE_LIMIT)
}
