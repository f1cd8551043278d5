/** The turns of a certificate that runs in whole cycles: each keeps the day from which the first one ran. */
import { addMonths, monthOf, yearOf, type PlainDate } from '../../calendar/plain-date.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'

export interface Turn {
  /** The issue, or the end of a first certificate of other months: that day comes back (29 Feb in a leap year). */
  readonly anchor: PlainDate
  /** Whole cycles from the anchor, one at least. */
  readonly count: number
}

/** Which turn of whole cycles a day is; null where it is none. */
export function turnOn(
  { firstCertificate }: RenewalRule,
  issuedOn: PlainDate,
  day: PlainDate,
  cycleMonths: number,
): Turn | null {
  const { months: first, extensionMonths } = firstCertificate ?? { months: 0, extensionMonths: null }
  const anchors = [0, first, first + (extensionMonths ?? 0)].map((later) => addMonths(issuedOn, later))
  for (const anchor of anchors) {
    const months = (yearOf(day) - yearOf(anchor)) * 12 + monthOf(day) - monthOf(anchor)
    const count = months / cycleMonths
    if (Number.isInteger(count) && count > 0 && addMonths(anchor, months) === day) return { anchor, count }
  }
  return null
}
