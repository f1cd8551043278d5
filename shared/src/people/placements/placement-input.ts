import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'
import { JOB_TITLES } from './job-titles.ts'

/** What a manager states of a placement; the end is open where it is left out. The share is a part of full time. */
export interface PlacementInput {
  readonly hostAgencyId: string
  readonly jobTitle: string
  readonly startsOn: string
  readonly endsOn?: string | null | undefined
  readonly fullTimeShare: number
}

/** One of the peer's other placements. */
export interface OtherPlacement {
  readonly hostAgencyId: string
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
  readonly fullTimeShare: number
}

/** Steps of an hour and three quarters in a week of 35: finer shares are slips of the hand. */
export const FULL_TIME_SHARE = { from: 0.05, to: 1, step: 0.05 } as const
const FULL_TIME = 100

/** Everything that is wrong with a placement by itself. */
export function validatePlacement({
  hostAgencyId,
  jobTitle,
  startsOn,
  endsOn,
  fullTimeShare,
}: PlacementInput): ValidationError[] {
  return [
    ...(hostAgencyId === '' ? [{ field: 'hostAgencyId', problem: 'required' } as const] : []),
    ...(jobTitle === ''
      ? [{ field: 'jobTitle', problem: 'required' } as const]
      : validateChoice('jobTitle', [jobTitle], JOB_TITLES)),
    ...validatePeriod(startsOn, endsOn),
    ...validateShare(fullTimeShare),
  ]
}

/** Refuses a first day that is none, and a last day before it. */
export function validatePeriod(startsOn: string, endsOn: string | null | undefined): ValidationError[] {
  if (startsOn === '') return [{ field: 'startsOn', problem: 'required' }]
  if (!isPlainDate(startsOn)) return [{ field: 'startsOn', problem: 'not-a-date' }]
  if (endsOn == null || endsOn === '') return []
  if (!isPlainDate(endsOn)) return [{ field: 'endsOn', problem: 'not-a-date' }]
  return endsOn < startsOn ? [{ field: 'endsOn', problem: 'before-its-start', limit: startsOn }] : []
}

/**
 * What does not fit beside the peer's other placements: the same agency twice on one day, and more than full time in
 * all on any day. The limit is the last day of the one in the way (or its first, where that is open), and the share
 * that is left.
 */
export function validatePlacementFit(
  input: PlacementInput,
  others: readonly OtherPlacement[],
): ValidationError[] {
  const span = { startsOn: input.startsOn, endsOn: input.endsOn || null }
  const meanwhile = others.filter((other) => isShared(other, span))
  const inTheWay = meanwhile.find(({ hostAgencyId }) => hostAgencyId === input.hostAgencyId)
  const left = FULL_TIME - busiest(meanwhile, span)
  return [
    ...(inTheWay
      ? [{ field: 'startsOn', problem: 'overlaps', limit: inTheWay.endsOn ?? inTheWay.startsOn } as const]
      : []),
    ...(hundredths(input.fullTimeShare) > left
      ? [{ field: 'fullTimeShare', problem: 'too-large', limit: Math.max(0, left) / FULL_TIME } as const]
      : []),
  ]
}

interface Span {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
}

function isShared(one: Span, other: Span): boolean {
  // One that ended before its first day never took place.
  if (one.endsOn !== null && one.endsOn < one.startsOn) return false
  return (
    (other.endsOn === null || one.startsOn <= other.endsOn) &&
    (one.endsOn === null || other.startsOn <= one.endsOn)
  )
}

/** The largest sum of shares on any day of the span: it can only grow on a first day. */
function busiest(others: readonly OtherPlacement[], { startsOn }: Span): number {
  const days = [startsOn, ...others.map((other) => other.startsOn).filter((day) => day > startsOn)]
  const sums = days.map((day) =>
    others
      .filter((other) => other.startsOn <= day && (other.endsOn === null || day <= other.endsOn))
      .reduce((sum, { fullTimeShare }) => sum + hundredths(fullTimeShare), 0),
  )
  return Math.max(0, ...sums)
}

function validateShare(share: number): ValidationError[] {
  const field = 'fullTimeShare'
  const { from, to, step } = FULL_TIME_SHARE
  if (!Number.isFinite(share)) return [{ field, problem: 'not-a-number' }]
  if (share < from) return [{ field, problem: 'too-small', limit: from }]
  if (share > to) return [{ field, problem: 'too-large', limit: to }]
  const inSteps = Math.abs(share * FULL_TIME - Math.round(share / step) * hundredths(step)) < 1e-9
  return inSteps ? [] : [{ field, problem: 'not-in-steps', limit: step }]
}

/** Counted in whole hundredths: 0.7 + 0.3 is not quite 1 in a computer's fractions. */
const hundredths = (share: number): number => Math.round(share * FULL_TIME)
