import { addYears, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'

/** So far back it can be recorded: an auditor asks for the last years. */
const YEARS_BACK = 5

export interface SupervisorTimeInput {
  readonly fullTimeShare: number | null
  readonly startsOn: string
}

/** The share is of a full-time position: in hundredths, more than none, at most all of it. */
export function validateSupervisorTime(
  { fullTimeShare, startsOn }: SupervisorTimeInput,
  today: PlainDate,
): ValidationError[] {
  return [...validateShare(fullTimeShare), ...validateStart(startsOn, today)]
}

function validateShare(share: number | null): ValidationError[] {
  const field = 'fullTimeShare'
  if (share === null) return [{ field, problem: 'required' }]
  if (!Number.isFinite(share)) return [{ field, problem: 'not-a-number' }]
  if (share < 0.01) return [{ field, problem: 'too-small', limit: 0.01 }]
  if (share > 1) return [{ field, problem: 'too-large', limit: 1 }]
  return Math.abs(share * 100 - Math.round(share * 100)) > 1e-9
    ? [{ field, problem: 'not-in-steps', limit: 0.01 }]
    : []
}

function validateStart(startsOn: string, today: PlainDate): ValidationError[] {
  const field = 'startsOn'
  if (startsOn === '') return [{ field, problem: 'required' }]
  if (!isPlainDate(startsOn)) return [{ field, problem: 'not-a-date' }]
  if (startsOn > today) return [{ field, problem: 'in-the-future', limit: today }]
  const earliest = addYears(today, -YEARS_BACK)
  return startsOn < earliest ? [{ field, problem: 'too-long-ago', limit: earliest }] : []
}

/** People for each full-time supervisor; not known without the supervisor's time. */
export function peersPerFte(peers: number, fullTimeShare: number | null): number | null {
  return fullTimeShare === null ? null : Math.round((peers / fullTimeShare) * 100) / 100
}
