import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { isBlank } from '../../validation/one-line.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'

/** A supervisor's course or certificate, for the days on which it is valid. */
export interface DatedQualification {
  readonly course: string
  readonly validFrom: PlainDate
  /** Null: it has no end. */
  readonly validUntil: PlainDate | null
}

export const QualifiedAnswer = { YES: 'YES', NO: 'NO', UNKNOWN: 'UNKNOWN' } as const
export type QualifiedAnswer = (typeof QualifiedAnswer)[keyof typeof QualifiedAnswer]

export interface QualifiedOn {
  readonly answer: QualifiedAnswer
  /** The course by which they are; the one that is valid longest. */
  readonly course: string | null
}

/**
 * Whether a supervisor was qualified on a day, by what is recorded: no is only what is known to be none, since another
 * time is covered; where nothing is recorded at all, nobody knows.
 */
export function qualifiedOn(day: PlainDate, qualifications: readonly DatedQualification[]): QualifiedOn {
  if (qualifications.length === 0) return { answer: QualifiedAnswer.UNKNOWN, course: null }
  const [valid] = qualifications
    .filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil))
    .toSorted((one, other) => ((one.validUntil ?? '9999') < (other.validUntil ?? '9999') ? 1 : -1))
  return valid
    ? { answer: QualifiedAnswer.YES, course: valid.course }
    : { answer: QualifiedAnswer.NO, course: null }
}

export const COURSE_LIMIT = 200
export const CERTIFICATE_NUMBER_LIMIT = 100
export const QUALIFICATION_HOURS = { from: 0.25, to: 2000 } as const

export interface QualificationInput {
  readonly course: string
  readonly hours?: number | null | undefined
  readonly certificateNumber?: string | null | undefined
  readonly validFrom: string
  readonly validUntil?: string | null | undefined
}

export function validateQualification(input: QualificationInput, today: PlainDate): ValidationError[] {
  const { course, certificateNumber, validFrom, validUntil } = input
  return [
    ...(isBlank(course)
      ? [{ field: 'course', problem: 'required' } as const]
      : validateText('course', course, COURSE_LIMIT)),
    ...validateHours(input.hours),
    ...validateText('certificateNumber', certificateNumber, CERTIFICATE_NUMBER_LIMIT),
    ...validateDay('validFrom', validFrom),
    ...(isPlainDate(validFrom) && validFrom > today
      ? [{ field: 'validFrom', problem: 'in-the-future', limit: today } as const]
      : []),
    ...(validUntil == null ? [] : validateDay('validUntil', validUntil)),
    ...(validUntil != null && isPlainDate(validUntil) && validUntil < validFrom
      ? [{ field: 'validUntil', problem: 'before-its-start', limit: validFrom } as const]
      : []),
  ]
}

function validateDay(field: string, day: string): ValidationError[] {
  if (day === '') return [{ field, problem: 'required' }]
  return isPlainDate(day) ? [] : [{ field, problem: 'not-a-date' }]
}

/** Certificates say quarter hours at the finest. */
function validateHours(hours: number | null | undefined): ValidationError[] {
  if (hours == null) return []
  const { from, to } = QUALIFICATION_HOURS
  if (!Number.isFinite(hours)) return [{ field: 'hours', problem: 'not-a-number' }]
  if (hours < from) return [{ field: 'hours', problem: 'too-small', limit: from }]
  if (hours > to) return [{ field: 'hours', problem: 'too-large', limit: to }]
  return Number.isInteger(hours * 4) ? [] : [{ field: 'hours', problem: 'not-in-steps', limit: 0.25 }]
}
