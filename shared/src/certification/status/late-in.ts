/** From when on a projected shortfall counts: so little of some days is left that pace says enough. */
import { daysOf, type Period } from '../../calendar/period.ts'
import { daysBetween, type PlainDate } from '../../calendar/plain-date.ts'

/** Before this share of the cycle is left, pace says too little. Source: Alongside's own definition of at risk. */
export const AT_RISK_BELOW_SHARE_LEFT = 0.5

/** So many days before the end, a short term counts as late too. Source: Alongside's own definition of at risk. */
export const AT_RISK_DAYS_LEFT = 180

/** Whether so little of a cycle, or of a year of it, is left. */
export function isLateIn(period: Period, today: PlainDate): boolean {
  return daysBetween(today, period.endsOn) <= AT_RISK_DAYS_LEFT || isPastHalf(period, today)
}

/** Of a month or a quarter less than 180 days are always left: there the half alone decides. */
export function isPastHalf(period: Period, today: PlainDate): boolean {
  return daysBetween(today, period.endsOn) < daysOf(period) * AT_RISK_BELOW_SHARE_LEFT
}
