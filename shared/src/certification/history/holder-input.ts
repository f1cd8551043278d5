/** What is refused when facts about a holder or their hours of service are entered. */
import { daysBetween, isPlainDate, yearOf, type PlainDate } from '../../calendar/plain-date.ts'
import { pastDayRefusals } from '../../validation/past-day.ts'
import { choiceRefusals, textRefusals, wholeNumberRefusals, type Refusal } from '../../validation/refusal.ts'
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
}

export function holderFactsRefusals(input: HolderFactsInput, today: PlainDate): Refusal[] {
  const { number, birthday, conditionsHeld, conditionsNotHeld, chosenCycleMonths, examYear } = input
  const both = conditionsHeld.some((condition) => conditionsNotHeld.includes(condition))
  return [
    ...textRefusals('number', number, CERTIFICATION_NUMBER_LIMIT),
    ...(birthday && !isBirthday(birthday) ? [{ field: 'birthday', problem: 'not-a-date' } as const] : []),
    ...choiceRefusals('conditionsHeld', conditionsHeld, HOLDER_CONDITIONS),
    ...choiceRefusals('conditionsNotHeld', conditionsNotHeld, HOLDER_CONDITIONS),
    ...(both ? [{ field: 'conditionsNotHeld', problem: 'repeated' } as const] : []),
    ...wholeNumberRefusals('chosenCycleMonths', chosenCycleMonths, 1, CYCLE_MONTHS_MOST),
    ...wholeNumberRefusals('examYear', examYear, yearOf(today) - OLDEST_ISSUE_YEARS, yearOf(today)),
  ]
}

export interface ServiceHoursInput {
  readonly startsOn: string
  readonly endsOn: string
  readonly hours: number
}

export function serviceHoursRefusals(
  { startsOn, endsOn, hours }: ServiceHoursInput,
  today: PlainDate,
): Refusal[] {
  const wrong = [
    ...pastDayRefusals('startsOn', startsOn, SERVICE_YEARS_BACK, today),
    ...pastDayRefusals('endsOn', endsOn, SERVICE_YEARS_BACK, today),
  ]
  if (!isPlainDate(startsOn) || !isPlainDate(endsOn)) return wrong
  if (endsOn < startsOn) return [...wrong, { field: 'endsOn', problem: 'before-its-start', limit: startsOn }]
  const days = daysBetween(startsOn, endsOn) + 1
  const tooLong = days > SERVICE_DAYS_MOST
  return [
    ...wrong,
    ...(tooLong ? [{ field: 'endsOn', problem: 'too-long', limit: SERVICE_DAYS_MOST } as const] : []),
    ...hoursRefusals(hours, days),
  ]
}

function hoursRefusals(hours: number, days: number): Refusal[] {
  const field = 'hours'
  if (!Number.isFinite(hours)) return [{ field, problem: 'not-a-number' }]
  if (hours < SERVICE_STEP) return [{ field, problem: 'too-small', limit: SERVICE_STEP }]
  if (hours > days * HOURS_OF_A_DAY) return [{ field, problem: 'too-large', limit: days * HOURS_OF_A_DAY }]
  return hours % SERVICE_STEP === 0 ? [] : [{ field, problem: 'not-in-steps', limit: SERVICE_STEP }]
}
