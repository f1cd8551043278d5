import { addYears, type PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import { validatePeriod } from '../placements/placement-input.ts'

/** Days on which a peer is away; open where the end is left out. There is no reason, and no place for one. */
export interface LeaveInput {
  readonly startsOn: string
  readonly endsOn?: string | null | undefined
}

export interface OtherLeave {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
}

/** Leave is entered at most a year late and planned at most two years ahead: the rest is a slip of the pen. */
export const LEAVE_YEARS = { back: 1, ahead: 2 } as const

/** Everything that is wrong with a leave as entered, beside the peer's others. */
export function validateLeave(
  input: LeaveInput,
  others: readonly OtherLeave[],
  today: PlainDate,
): ValidationError[] {
  const { startsOn } = input
  const endsOn = input.endsOn || null
  const wrong = validatePeriod(startsOn, endsOn)
  if (wrong.length > 0) return wrong
  const [earliest, latest] = [addYears(today, -LEAVE_YEARS.back), addYears(today, LEAVE_YEARS.ahead)]
  if (startsOn < earliest) return [{ field: 'startsOn', problem: 'too-long-ago', limit: earliest }]
  if (startsOn > latest) return [{ field: 'startsOn', problem: 'too-far-ahead', limit: latest }]
  if (endsOn !== null && endsOn > latest)
    return [{ field: 'endsOn', problem: 'too-far-ahead', limit: latest }]
  const inTheWay = others.find(
    (other) =>
      (endsOn === null || other.startsOn <= endsOn) && (other.endsOn === null || startsOn <= other.endsOn),
  )
  if (!inTheWay) return []
  return [{ field: 'startsOn', problem: 'overlaps', limit: inTheWay.endsOn ?? inTheWay.startsOn }]
}
