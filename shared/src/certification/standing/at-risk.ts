/** At risk: at today's pace hours will be missing at the end of the cycle, and little of the cycle is left. */
import { addDays, daysBetween, type PlainDate } from '../../calendar/plain-date.ts'
import { daysOf } from '../../calendar/period.ts'
import { projections } from '../hours/projection.ts'
import type { KnownCycle, RenewalCycle } from '../renewal-cycle.ts'
import type { RenewalRule } from '../renewal-rule.ts'
import type { CeCredit } from '../requirements.ts'

/** Before this share of the cycle is left, pace says too little. Source: Alongside's own definition of at risk. */
export const AT_RISK_BELOW_SHARE_LEFT = 0.5

/** So many days before the end, a short term counts as late too. Source: Alongside's own definition of at risk. */
export const AT_RISK_DAYS_LEFT = 180

/** Whether so little of the cycle is left that a projected shortfall counts. */
export function isLateInCycle(cycle: KnownCycle, today: PlainDate): boolean {
  const daysLeft = daysBetween(today, cycle.endsOn)
  return daysLeft <= AT_RISK_DAYS_LEFT || daysLeft < daysOf(cycle) * AT_RISK_BELOW_SHARE_LEFT
}

/**
 * The first day, from today to the end of the cycle, on which the certification is at risk if nothing is added.
 * Without new hours pace falls and days pass, so once at risk it stays so: the first day is found by halving.
 */
export function atRiskFrom(
  rule: RenewalRule,
  cycle: RenewalCycle,
  credits: readonly CeCredit[],
  today: PlainDate,
): PlainDate | null {
  if (cycle.kind === 'unknown' || today > cycle.endsOn) return null
  const known = credits.filter(({ heldOn, planned }) => planned || heldOn <= today)
  const isAtRisk = (days: number): boolean => {
    const day = addDays(today, days)
    if (!isLateInCycle(cycle, day)) return false
    return projections(rule, cycle, known, day).some(({ projectedShortBy }) => projectedShortBy > 0)
  }
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
