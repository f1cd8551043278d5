import { isBlank } from '../validation/one-line.ts'
import { validateChoice, validateText, type ValidationError } from '../validation/validation-error.ts'
import { DRIFT_CAUSES } from './drift-causes.ts'

export const EVIDENCE_LIMIT = 2000
export const RESPONSE_LIMIT = 2000

/** More supervisors than this nobody has at a time; a flag can also be shared on later, with one after the other. */
export const MAX_FLAG_READERS = 50

/** For so long a peer can undo a flag that they raised; nobody else sees it until then. */
export const SECONDS_TO_UNDO_A_FLAG = 60

/** Who saw it first: a rule over the peer's own facts, the peer, or a supervisor who teaches or supports them. */
export const FlagOrigin = { SIGNAL: 'SIGNAL', PEER: 'PEER', SUPERVISOR: 'SUPERVISOR' } as const
export type FlagOrigin = (typeof FlagOrigin)[keyof typeof FlagOrigin]

/** A flag as a person raises it: the peer about their own work, or a supervisor about what they observed. */
export interface RaiseFlagInput {
  readonly evidence: string
  readonly cause: string
  /** How the peer sees it; stays with the flag for good. */
  readonly response?: string | null | undefined
  /** Which of the peer's supervisors see it; null for all who teach or support them. */
  readonly supervisorIds?: readonly string[] | null | undefined
}

/** Refuses a flag that rests on nothing, or names no cause of the list. */
export function validateRaiseFlag(input: RaiseFlagInput): ValidationError[] {
  return [
    ...(isBlank(input.evidence) ? [{ field: 'evidence', problem: 'required' } as const] : []),
    ...validateText('evidence', input.evidence, EVIDENCE_LIMIT),
    ...validateChoice('cause', [input.cause], DRIFT_CAUSES),
    ...validateResponse('response', input.response),
    ...(input.supervisorIds?.length === 0 ? [{ field: 'supervisorIds', problem: 'required' } as const] : []),
  ]
}

/** A draft needs a beginning; the cause can wait, and so can the choice of who sees it. */
export function validateFlagDraft(
  input: Omit<RaiseFlagInput, 'cause'> & { readonly cause?: string | null | undefined },
): ValidationError[] {
  return validateRaiseFlag({ ...input, cause: input.cause || 'STRUCTURE', supervisorIds: null })
}

/** The peer's response can be left out, and added later; it is only limited in length. */
export function validateResponse(field: string, response: string | null | undefined): ValidationError[] {
  return validateText(field, response, RESPONSE_LIMIT)
}
