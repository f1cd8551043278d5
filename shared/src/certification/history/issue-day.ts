/** What is refused when the day of first issue is put right. */
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { validatePastDay } from '../../validation/past-day.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import { OLDEST_ISSUE_YEARS } from '../recording/certificate-details.ts'

export interface IssueDayNow {
  readonly issuedOn: PlainDate
  /** The expiry of the first certificate; null where none is printed. */
  readonly firstExpiresOn: PlainDate | null
}

export function validateIssueDay(
  issuedOn: string,
  { issuedOn: before, firstExpiresOn }: IssueDayNow,
  today: PlainDate,
): ValidationError[] {
  const field = 'issuedOn'
  const wrong = validatePastDay(field, issuedOn, OLDEST_ISSUE_YEARS, today)
  if (wrong.length > 0) return wrong
  if (issuedOn === before) return [{ field, problem: 'already-there' }]
  if (firstExpiresOn === null || issuedOn < firstExpiresOn) return []
  return [{ field, problem: 'too-far-ahead', limit: addDays(firstExpiresOn, -1) }]
}
