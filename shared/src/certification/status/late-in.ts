/** Decides from when a projected shortfall counts: when so little time is left that the pace is meaningful. */
import { daysOf, type Period } from '../../calendar/period.ts'
import { daysBetween, type PlainDate } from '../../calendar/plain-date.ts'

/** While more than this share of the cycle is left, pace says too little. Source: Alongside's definition of at risk. */
export const AT_RISK_BELOW_SHARE_LEFT = 0.5

/** A short term counts as late from this many days before its end. Source: Alongside's definition of at risk. */
export const AT_RISK_DAYS_LEFT = 180

/** Returns whether a cycle, or a year of it, is nearly over. */
export function isLateIn(period: Period, today: PlainDate): boolean {
  return daysBetween(today, period.endsOn) <= AT_RISK_DAYS_LEFT || isPastHalf(period, today)
}

/** A month or a quarter never has 180 days left, so only its second half counts as late. */
export function isPastHalf(period: Period, today: PlainDate): boolean {
  return daysBetween(today, period.endsOn) < daysOf(period) * AT_RISK_BELOW_SHARE_LEFT
}
