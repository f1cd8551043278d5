/** At risk: at today's pace hours will be missing at the end of the cycle, and little of the cycle is left. */
import { daysOf, type Period } from '../../calendar/period.ts'
import { addDays, daysBetween, maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import { projections } from '../hours/projection.ts'
import type { RenewalMatter } from '../requirements/renewal-matter.ts'

/** Before this share of the cycle is left, pace says too little. Source: Alongside's own definition of at risk. */
export const AT_RISK_BELOW_SHARE_LEFT = 0.5

/** So many days before the end, a short term counts as late too. Source: Alongside's own definition of at risk. */
export const AT_RISK_DAYS_LEFT = 180

/** Whether so little of some days is left that a projected shortfall counts. */
export function isLateIn(period: Period, today: PlainDate): boolean {
  const daysLeft = daysBetween(today, period.endsOn)
  return daysLeft <= AT_RISK_DAYS_LEFT || daysLeft < daysOf(period) * AT_RISK_BELOW_SHARE_LEFT
}

/**
 * The first day, from today to the end of the cycle, on which the certification is at risk if nothing is added.
 * Without new hours pace falls and days pass, so once at risk it stays so: the first day is found by halving.
 */
export function atRiskFrom(matter: RenewalMatter, today: PlainDate): PlainDate | null {
  const { cycle } = matter
  if (cycle.kind === 'unknown' || today > cycle.endsOn) return null
  const credits = matter.credits.filter(({ heldOn, planned }) => planned || heldOn <= today)
  const isAtRisk = (days: number): boolean => isAtRiskOn({ ...matter, credits }, addDays(today, days))
  let [from, to] = [0, daysBetween(today, cycle.endsOn)]
  if (isAtRisk(from)) return today
  if (!isAtRisk(to)) return null
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (isAtRisk(middle)) to = middle
    else from = middle + 1
  }
  return addDays(today, to)
}

/** A yearly amount is judged by its year, everything else by the cycle; years to come are not judged yet. */
function isAtRiskOn(matter: RenewalMatter, day: PlainDate): boolean {
  const { cycle } = matter
  if (cycle.kind === 'unknown') return false
  return projections(matter, day).some(({ requirement: { window }, projectedShortBy }) => {
    const days = { startsOn: maxDate(window.startsOn, cycle.startsOn), endsOn: window.endsOn }
    return projectedShortBy > 0 && isLateIn(days, day)
  })
}
