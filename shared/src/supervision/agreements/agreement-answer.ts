import { isBlank } from '../../validation/one-line.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'

/** One line: the talk itself takes place elsewhere. */
export const OBJECTION_LIMIT = 300

export interface ObjectionInput {
  /** The type of supervision that it is about; left out: all of the agreement. */
  readonly type?: string | null | undefined
  readonly line: string
}

/** It says what should be otherwise, and of a type that the agreement has. */
export function validateObjection(
  { type, line }: ObjectionInput,
  types: readonly string[],
): ValidationError[] {
  return [
    ...(type == null || types.includes(type) ? [] : [{ field: 'type', problem: 'not-an-option' } as const]),
    ...(isBlank(line)
      ? [{ field: 'line', problem: 'required' } as const]
      : validateText('line', line, OBJECTION_LIMIT)),
  ]
}

interface Given {
  readonly type: string
  readonly supervisor: { readonly id: string; readonly displayName?: string | null | undefined }
  readonly accepted: boolean
  readonly isSubstitute: boolean
  readonly startsOn: string
}
interface AgreedTerm {
  readonly type: string
  readonly supervisor?: { readonly id: string } | null | undefined
}

/**
 * Who gives a type that the agreement has in force, and is not named for it: after a hand-over, the one who came. Whoever
 * stands in for a time is not part of the agreement.
 */
export function notInAgreement<Relationship extends Given>(
  relationships: readonly Relationship[],
  terms: readonly AgreedTerm[],
): Relationship[] {
  return relationships.filter(
    ({ type, supervisor, accepted, isSubstitute }) =>
      accepted &&
      !isSubstitute &&
      terms.some((term) => term.type === type) &&
      !terms.some((term) => term.type === type && term.supervisor?.id === supervisor.id),
  )
}
