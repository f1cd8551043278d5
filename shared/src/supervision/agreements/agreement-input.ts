import { isBlank } from '../../validation/one-line.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { validatePastDay } from '../../validation/past-day.ts'
import {
  validateChoice,
  validateText,
  validateWholeNumber,
  type ValidationError,
} from '../../validation/validation-error.ts'
import { CADENCE_DAYS } from '../relationships/cadence.ts'
import { SUPERVISION_TYPES } from '../supervision-types.ts'

/** An agreement is entered at most a year after it was made. */
const AGREEMENT_YEARS = 1
/** Minutes of one session as agreed: from a short call to a working day. */
export const AGREED_MINUTES = { from: 5, to: 480 } as const
/** A few sentences that everybody reads before signing. */
export const CONFIDENCE_LIMIT = 500

export interface AgreementTermInput {
  readonly type: string
  readonly cadenceDays: number | null
  readonly groupSessionsCount: boolean
  readonly sessionMinutes: number | null
  /** What stays between the two and what is passed on. */
  readonly confidence: string
  /** Who gives this type; nobody yet where it is left out. */
  readonly supervisorId?: string | null | undefined
}

/** What a peer and those who supervise them agreed on, type by type. */
export interface AgreementInput {
  readonly agreedOn: string
  readonly terms: readonly AgreementTermInput[]
}

/** Everything that is wrong with an agreement as entered: one term a type, with rhythm, minutes and confidence. */
export function validateAgreement({ agreedOn, terms }: AgreementInput, today: PlainDate): ValidationError[] {
  const types = terms.map(({ type }) => type)
  return [
    ...validatePastDay('agreedOn', agreedOn, AGREEMENT_YEARS, today),
    ...(terms.length === 0 ? [{ field: 'terms', problem: 'too-few', limit: 1 } as const] : []),
    ...validateChoice('terms', types, SUPERVISION_TYPES),
    ...terms.flatMap(({ cadenceDays, sessionMinutes, confidence }, at) => [
      ...validateNumber(`terms.${at}.cadenceDays`, cadenceDays, CADENCE_DAYS),
      ...validateNumber(`terms.${at}.sessionMinutes`, sessionMinutes, AGREED_MINUTES),
      ...validateConfidence(`terms.${at}.confidence`, confidence),
    ]),
  ]
}

function validateNumber(
  field: string,
  value: number | null,
  { from, to }: { readonly from: number; readonly to: number },
): ValidationError[] {
  return value === null ? [{ field, problem: 'required' }] : validateWholeNumber(field, value, from, to)
}

function validateConfidence(field: string, text: string): ValidationError[] {
  return isBlank(text) ? [{ field, problem: 'required' }] : validateText(field, text, CONFIDENCE_LIMIT)
}

/** The jurisdiction of what the toolkit advises without any state asking for it. */
export const GOOD_PRACTICE = 'good practice'

/** A requirement that says how often; null where it says nothing on that. */
export interface CadenceRequirement {
  readonly longestCadenceDays: number | null
}

/** The requirements that a cadence does not meet, the strictest first. One without a figure is unknown, not met. */
export function requirementsNotMet<Requirement extends CadenceRequirement>(
  cadenceDays: number | null,
  requirements: readonly Requirement[],
): Requirement[] {
  const longest = ({ longestCadenceDays }: Requirement): number => longestCadenceDays ?? Infinity
  if (cadenceDays === null) return []
  return requirements
    .filter((requirement) => cadenceDays > longest(requirement))
    .sort((one, other) => longest(one) - longest(other))
}
