/** What is refused when facts about a holder or their hours of service are entered. */
import { validateLine } from '../../validation/one-line.ts'
import { daysBetween, isPlainDate, yearOf, type PlainDate } from '../../calendar/plain-date.ts'
import { validatePastDay } from '../../validation/past-day.ts'
import {
  validateChoice,
  validateWholeNumber,
  type ValidationError,
} from '../../validation/validation-error.ts'
import {
  CERTIFICATION_NUMBER_LIMIT,
  isBirthday,
  OLDEST_ISSUE_YEARS,
} from '../recording/certificate-details.ts'
import { HOLDER_CONDITIONS, type HolderCondition } from '../rules/holder-condition.ts'

export const CYCLE_MONTHS_MOST = 120
const SERVICE_STEP = 0.25
const HOURS_OF_A_DAY = 24
/** Hours of one entry: nobody enters more than a year's at once, and less often than that is no record of work. */
export const SERVICE_DAYS_MOST = 366
export const SERVICE_YEARS_BACK = 10

export interface HolderFactsInput {
  readonly number?: string | null | undefined
  readonly birthday?: string | null | undefined
  readonly conditionsHeld: readonly HolderCondition[]
  readonly conditionsNotHeld: readonly HolderCondition[]
  readonly chosenCycleMonths?: number | null | undefined
  readonly examYear?: number | null | undefined
  /** The first day of what is new. */
  readonly holdsFrom?: string | null | undefined
}

export function validateHolderFacts(input: HolderFactsInput, today: PlainDate): ValidationError[] {
  const { number, birthday, conditionsHeld, conditionsNotHeld, chosenCycleMonths, examYear, holdsFrom } =
    input
  const both = conditionsHeld.some((condition) => conditionsNotHeld.includes(condition))
  return [
    ...validateLine('number', number, CERTIFICATION_NUMBER_LIMIT),
    ...(birthday && !isBirthday(birthday) ? [{ field: 'birthday', problem: 'not-a-date' } as const] : []),
    ...validateChoice('conditionsHeld', conditionsHeld, HOLDER_CONDITIONS),
    ...validateChoice('conditionsNotHeld', conditionsNotHeld, HOLDER_CONDITIONS),
    ...(both ? [{ field: 'conditionsNotHeld', problem: 'repeated' } as const] : []),
    ...validateWholeNumber('chosenCycleMonths', chosenCycleMonths, 1, CYCLE_MONTHS_MOST),
    ...validateWholeNumber('examYear', examYear, yearOf(today) - OLDEST_ISSUE_YEARS, yearOf(today)),
    ...(holdsFrom ? validatePastDay('holdsFrom', holdsFrom, OLDEST_ISSUE_YEARS, today) : []),
  ]
}

export interface ServiceHoursInput {
  readonly startsOn: string
  readonly endsOn: string
  readonly hours: number
}

export function validateServiceHours(
  { startsOn, endsOn, hours }: ServiceHoursInput,
  today: PlainDate,
): ValidationError[] {
  const wrong = [
    ...validatePastDay('startsOn', startsOn, SERVICE_YEARS_BACK, today),
    ...validatePastDay('endsOn', endsOn, SERVICE_YEARS_BACK, today),
  ]
  if (!isPlainDate(startsOn) || !isPlainDate(endsOn)) return wrong
  if (endsOn < startsOn) return [...wrong, { field: 'endsOn', problem: 'before-its-start', limit: startsOn }]
  const days = daysBetween(startsOn, endsOn) + 1
  const tooLong = days > SERVICE_DAYS_MOST
  return [
    ...wrong,
    ...(tooLong ? [{ field: 'endsOn', problem: 'too-long', limit: SERVICE_DAYS_MOST } as const] : []),
    ...validateHours(hours, days),
  ]
}

function validateHours(hours: number, days: number): ValidationError[] {
  const field = 'hours'
  if (!Number.isFinite(hours)) return [{ field, problem: 'not-a-number' }]
  if (hours < SERVICE_STEP) return [{ field, problem: 'too-small', limit: SERVICE_STEP }]
  if (hours > days * HOURS_OF_A_DAY) return [{ field, problem: 'too-large', limit: days * HOURS_OF_A_DAY }]
  return hours % SERVICE_STEP === 0 ? [] : [{ field, problem: 'not-in-steps', limit: SERVICE_STEP }]
}
