import { validateChoice, validateText, type ValidationError } from '../validation/validation-error.ts'
import { DRIFT_CAUSES } from './drift-causes.ts'

export const EVIDENCE_LIMIT = 2000
export const OWN_VIEW_LIMIT = 2000

/** A flag as a person raises it: the peer about their own work, or a supervisor about what they observed. */
export interface RaiseFlagInput {
  readonly evidence: string
  readonly cause: string
  /** The peer's own view; stays beside the flag for good. */
  readonly ownView?: string | null | undefined
}

/** Refuses a flag that rests on nothing, or names no cause of the list. */
export function validateRaiseFlag(input: RaiseFlagInput): ValidationError[] {
  return [
    ...(input.evidence.trim() === '' ? [{ field: 'evidence', problem: 'required' } as const] : []),
    ...validateText('evidence', input.evidence, EVIDENCE_LIMIT),
    ...validateChoice('cause', [input.cause], DRIFT_CAUSES),
    ...validateOwnView('ownView', input.ownView),
  ]
}

/** The peer's own view can be left out, and added later; it is only limited in length. */
export function validateOwnView(field: string, ownView: string | null | undefined): ValidationError[] {
  return validateText(field, ownView, OWN_VIEW_LIMIT)
}
