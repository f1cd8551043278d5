/** Finds the periods in which hours can be earned: the cycle, or each year of it if the amount is yearly. */
import type { Period } from '../../calendar/period.ts'
import { addDays, addMonths, maxDate, monthsBetween, plainDate, yearOf } from '../../calendar/plain-date.ts'
import type { KnownCycle } from '../cycle/renewal-cycle.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'

/** Stands for the beginning of time, for a requirement that is asked once in a lifetime. */
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
    // The last day of one cycle does not belong to the next: a course on that day counts once (Pennsylvania).
    startsOn:
      monthsBeforeExpiry === null
        ? cycle.startsOn
        : maxDate(cycle.startsOn, addMonths(cycle.endsOn, -monthsBeforeExpiry)),
    endsOn: addDays(cycle.endsOn, after - endsDaysBeforeExpiry),
  }
}

/** Returns the period of this many months that ends with the cycle, however long the cycle is. */
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
