/** The days in which hours may be earned for a renewal: the cycle, or each year of it where the amount is a yearly one. */
import type { Period } from '../../calendar/period.ts'
import { addDays, addMonths, maxDate, monthsBetween, plainDate, yearOf } from '../../calendar/plain-date.ts'
import type { KnownCycle } from '../cycle/renewal-cycle.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'

/** A day before which no course was ever held: where something is asked once in a life. */
const BEFORE_ALL_COURSES = '1900-01-01'

/**
 * The periods of the total, the earliest first. A calendar year belongs to the cycle in which its last day falls;
 * empty where no such year ends inside the cycle. Holder's years are counted back from the end of the cycle.
 */
export function earningPeriods(rule: RenewalRule, cycle: KnownCycle): Period[] {
  const whole = earningPeriod(rule, cycle)
  if (rule.total?.per !== 'year') return [whole]
  if (rule.total.yearKind === 'calendar') return calendarYears(cycle)
  return rule.total.yearKind === 'holder' ? holderYears(whole) : []
}

export function earningPeriod({ earning, late }: RenewalRule, cycle: KnownCycle): Period {
  const { monthsBeforeExpiry, endsDaysBeforeExpiry, countsInGrace } = earning
  const grace = late.filter(({ status }) => status === 'grace').map(({ withinDays }) => withinDays ?? 0)
  const after = countsInGrace === true ? Math.max(0, ...grace) : 0
  return {
    // The day that ends one cycle is no day of the next: a course of that day counts once (Pennsylvania).
    startsOn:
      monthsBeforeExpiry === null
        ? cycle.startsOn
        : maxDate(cycle.startsOn, addMonths(cycle.endsOn, -monthsBeforeExpiry)),
    endsOn: addDays(cycle.endsOn, after - endsDaysBeforeExpiry),
  }
}

/** The months that end with the cycle, however long it is itself. */
export function periodOfMonths(rule: RenewalRule, cycle: KnownCycle, months: number): Period {
  const { endsOn } = earningPeriod(rule, cycle)
  return { startsOn: addDays(addMonths(endsOn, -months), 1), endsOn }
}

export function lifeUntil(rule: RenewalRule, cycle: KnownCycle): Period {
  return { startsOn: BEFORE_ALL_COURSES, endsOn: earningPeriod(rule, cycle).endsOn }
}

function calendarYears({ startsOn, endsOn }: KnownCycle): Period[] {
  const years = Array.from(
    { length: yearOf(endsOn) - yearOf(startsOn) + 1 },
    (_, more) => yearOf(startsOn) + more,
  )
  return years
    .map((year) => ({ startsOn: plainDate(year, 1, 1), endsOn: plainDate(year, 12, 31) }))
    .filter((year) => startsOn <= year.endsOn && year.endsOn <= endsOn)
}

const holderYears = (whole: Period): Period[] => periodsBack(whole, 12)

/**
 * Stretches of so many months, counted back from the end; the first one may be shorter. A first term is longer than
 * whole cycles by the day of the issue, or by the rest of its month: less than a month is no stretch of its own.
 */
export function periodsBack({ startsOn, endsOn }: Period, months: number): Period[] {
  if (endsOn < startsOn) return []
  const wholeMonths = monthsBetween(addDays(startsOn, -1), endsOn)
  const count = Math.max(1, Math.ceil(wholeMonths / months))
  return Array.from({ length: count }, (_, place) => ({
    startsOn: place === 0 ? startsOn : addDays(addMonths(endsOn, -months * (count - place)), 1),
    endsOn: addMonths(endsOn, -months * (count - place - 1)),
  }))
}
