/** What is refused when something is recorded that happened to a certification. */
import { validateLine } from '../../validation/one-line.ts'
import { addYears, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { validatePastDay } from '../../validation/past-day.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'
import { LONGEST_TERM_AHEAD_YEARS, OLDEST_ISSUE_YEARS } from '../recording/certificate-details.ts'
import { VerificationResult } from './verification-result.ts'

export const VERIFICATION_SOURCE_LIMIT = 200
export const VERIFICATION_NOTE_LIMIT = 300
/** A board sends a renewed certificate before its first day; more than a year before is a slip of the pen. */
export const TERM_AHEAD_YEARS = 1
export const CHECKED_YEARS_BACK = 10

export interface TermInput {
  readonly startsOn: string
  readonly expiresOn: string
}

export interface RecordedTermDays {
  readonly id: string
  readonly startsOn: PlainDate
  readonly expiresOn: PlainDate | null
}

export function validateTerm({ startsOn, expiresOn }: TermInput, today: PlainDate): ValidationError[] {
  return [...validateStart(startsOn, today), ...validateExpiry(expiresOn, startsOn, today)]
}

/** A later certificate neither begins nor ends before an earlier one; without an expiry nothing is known of its place. */
export function validateTermPlace(input: TermInput, others: readonly RecordedTermDays[]): ValidationError[] {
  const inTheWay = others.find(({ startsOn, expiresOn }) => {
    if (expiresOn === null) return false
    const [begins, ends] = [input.startsOn <= startsOn, input.expiresOn >= expiresOn]
    return (begins && ends) || (input.startsOn >= startsOn && input.expiresOn <= expiresOn)
  })
  return inTheWay ? [{ field: 'startsOn', problem: 'overlaps', limit: inTheWay.startsOn }] : []
}

export interface BoardStatusInput {
  readonly startsOn: string
  readonly endsOn?: string | null | undefined
}

/** A status is what a board has decided: it does not begin in the future, but may be given until a day that is to come. */
export function validateBoardStatus(
  { startsOn, endsOn }: BoardStatusInput,
  issuedOn: PlainDate,
  today: PlainDate,
): ValidationError[] {
  const wrong = validatePastDay('startsOn', startsOn, OLDEST_ISSUE_YEARS, today)
  if (wrong.length > 0) return wrong
  if (startsOn < issuedOn) return [{ field: 'startsOn', problem: 'before-its-start', limit: issuedOn }]
  return endsOn ? validateStatusEnd(endsOn, startsOn, today) : []
}

export function validateStatusEnd(endsOn: string, startsOn: PlainDate, today: PlainDate): ValidationError[] {
  const field = 'endsOn'
  if (!isPlainDate(endsOn)) return [{ field, problem: 'not-a-date' }]
  if (endsOn < startsOn) return [{ field, problem: 'before-its-start', limit: startsOn }]
  return tooFarAhead(field, endsOn, addYears(today, LONGEST_TERM_AHEAD_YEARS))
}

export interface VerificationInput {
  readonly checkedOn: string
  readonly source: string
  readonly result: VerificationResult
  readonly expiresOnSeen?: string | null | undefined
  readonly note?: string | null | undefined
}

/** What a register shows as the expiry lies where one can lie: after the issue, and not for ever. */
export function validateVerification(
  input: VerificationInput,
  issuedOn: PlainDate,
  today: PlainDate,
): ValidationError[] {
  const { checkedOn, source, result, note } = input
  const seen = input.expiresOnSeen || null
  const showsNothing = result === VerificationResult.NOT_FOUND || result === VerificationResult.NO_REGISTER
  return [
    ...validatePastDay('checkedOn', checkedOn, CHECKED_YEARS_BACK, today),
    ...(source.trim() === '' ? [{ field: 'source', problem: 'required' } as const] : []),
    ...validateLine('source', source, VERIFICATION_SOURCE_LIMIT),
    ...(seen === null ? [] : validateExpiry(seen, issuedOn, today, 'expiresOnSeen')),
    ...(seen !== null && showsNothing ? [{ field: 'expiresOnSeen', problem: 'not-an-option' } as const] : []),
    ...validateText('note', note, VERIFICATION_NOTE_LIMIT),
  ]
}

function validateStart(startsOn: string, today: PlainDate): ValidationError[] {
  const field = 'startsOn'
  if (!isPlainDate(startsOn)) return [{ field, problem: 'not-a-date' }]
  const oldest = addYears(today, -OLDEST_ISSUE_YEARS)
  if (startsOn < oldest) return [{ field, problem: 'too-long-ago', limit: oldest }]
  return tooFarAhead(field, startsOn, addYears(today, TERM_AHEAD_YEARS))
}

function validateExpiry(
  expiresOn: string,
  startsOn: string,
  today: PlainDate,
  field = 'expiresOn',
): ValidationError[] {
  if (expiresOn === '') return [{ field, problem: 'required' }]
  if (!isPlainDate(expiresOn)) return [{ field, problem: 'not-a-date' }]
  if (isPlainDate(startsOn) && expiresOn <= startsOn)
    return [{ field, problem: 'before-its-start', limit: startsOn }]
  return tooFarAhead(field, expiresOn, addYears(today, LONGEST_TERM_AHEAD_YEARS))
}

function tooFarAhead(field: string, day: PlainDate, latest: PlainDate): ValidationError[] {
  return day > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
}
