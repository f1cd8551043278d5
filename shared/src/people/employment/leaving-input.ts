import { addDays, addYears, isPlainDate, maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'

/** The last day that somebody works here is entered at most so many days late, and so many years ahead. */
export const LEAVING_WITHIN = { daysLate: 92, yearsAhead: 2 } as const

/** Refuses a first day back that is none, does not come after the last day, is long past or lies far ahead. */
export function validateReturn(returnsOn: string, leavesOn: PlainDate, today: PlainDate): ValidationError[] {
  const field = 'returnsOn'
  if (returnsOn === '') return [{ field, problem: 'required' }]
  if (!isPlainDate(returnsOn)) return [{ field, problem: 'not-a-date' }]
  if (returnsOn <= leavesOn) return [{ field, problem: 'before-its-start', limit: addDays(leavesOn, 1) }]
  const earliest = addDays(today, -LEAVING_WITHIN.daysLate)
  if (returnsOn < earliest) return [{ field, problem: 'too-long-ago', limit: earliest }]
  const latest = addYears(today, LEAVING_WITHIN.yearsAhead)
  return returnsOn > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
}

/** Refuses a last day that is none, comes before the first, is long past or lies far ahead. */
export function validateLeaving(leavesOn: string, joinedOn: PlainDate, today: PlainDate): ValidationError[] {
  const field = 'leavesOn'
  if (leavesOn === '') return [{ field, problem: 'required' }]
  if (!isPlainDate(leavesOn)) return [{ field, problem: 'not-a-date' }]
  if (leavesOn < joinedOn) return [{ field, problem: 'before-its-start', limit: joinedOn }]
  const earliest = maxDate(joinedOn, addDays(today, -LEAVING_WITHIN.daysLate))
  if (leavesOn < earliest) return [{ field, problem: 'too-long-ago', limit: earliest }]
  const latest = addYears(today, LEAVING_WITHIN.yearsAhead)
  return leavesOn > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
}
