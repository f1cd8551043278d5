import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { validatePastDay } from '../../validation/past-day.ts'
import { type ValidationError, validateWholeNumber } from '../../validation/validation-error.ts'

/**
 * How many people a peer can usually stand by when there is contact every week, with meetings and records.
 * Source: LAPPA, Peer Support Services in Justice and Public Safety Settings (2021), ch. 2, "Caseload Size".
 * The source says 20 to 30 "can" be typical and depends on the work: outside it is something to look at, no fault.
 */
export const USUAL_CASELOAD = { from: 20, to: 30 } as const

/** A count beyond this is a slip of the hand: the largest caseload that the screens accept. */
export const CASELOAD_LIMIT = 500

export type CaseloadFinding =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'below-usual-range' | 'within-usual-range' | 'above-usual-range'
      readonly size: number
      readonly usualFrom: number
      readonly usualTo: number
    }

/** Where a caseload stands against the usual range; an unknown size stays unknown and is never zero. */
export function caseloadFinding(size: number | null): CaseloadFinding {
  if (size === null) return { kind: 'unknown' }
  const range = { size, usualFrom: USUAL_CASELOAD.from, usualTo: USUAL_CASELOAD.to }
  if (size < USUAL_CASELOAD.from) return { kind: 'below-usual-range', ...range }
  return { kind: size > USUAL_CASELOAD.to ? 'above-usual-range' : 'within-usual-range', ...range }
}

/** How many people a peer stood by on one day. */
export interface CaseloadCountInput {
  readonly people: number | null
  readonly countedOn: string
}

const OLDEST_COUNT_YEARS = 5

/** Refuses a count that is none, a day still to come, and one on which the placement was not running. */
export function validateCaseloadCount(
  { people, countedOn }: CaseloadCountInput,
  placement: { readonly startsOn: PlainDate; readonly endsOn: PlainDate | null },
  today: PlainDate,
): ValidationError[] {
  return [
    ...(people === null
      ? [{ field: 'people', problem: 'required' } as const]
      : validateWholeNumber('people', people, 0, CASELOAD_LIMIT)),
    ...(countedOn === ''
      ? [{ field: 'countedOn', problem: 'required' } as const]
      : validatePastDay('countedOn', countedOn, OLDEST_COUNT_YEARS, today)),
    ...(isPlainDate(countedOn) && countedOn < placement.startsOn
      ? [{ field: 'countedOn', problem: 'too-long-ago', limit: placement.startsOn } as const]
      : []),
    ...(placement.endsOn !== null && isPlainDate(countedOn) && countedOn > placement.endsOn
      ? [{ field: 'countedOn', problem: 'too-far-ahead', limit: placement.endsOn } as const]
      : []),
  ]
}
