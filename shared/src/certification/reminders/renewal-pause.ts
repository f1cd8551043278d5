/** How long the holder of a certification can do without reminders of it. */
import { addDays, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'

/** Longer than a vacation, shorter than the time in which a renewal is missed. */
export const PAUSE_MOST_DAYS = 30
/** What one press pauses. */
export const PAUSE_DAYS = 14

export function validatePause(pausedUntil: string, today: PlainDate): ValidationError[] {
  const field = 'pausedUntil'
  if (!isPlainDate(pausedUntil)) return [{ field, problem: 'not-a-date' }]
  const latest = addDays(today, PAUSE_MOST_DAYS)
  return pausedUntil > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
}
