/** Suggests the day on which a certification will expire, for the person who enters it to compare with the certificate. */
import {
  addMonths,
  addYears,
  daysInMonth,
  endOfMonth,
  plainDate,
  startOfMonth,
  yearOf,
  type PlainDate,
} from '../../calendar/plain-date.ts'
import type { CertificationFacts } from '../status/certification-facts.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { ExpiryRule } from '../rules/terms.ts'
import { cycleLength } from './cycle-length.ts'
import { turnOn } from './turn.ts'
import { workingDayUpTo } from './working-day.ts'

export type ExpirySuggestion =
  | { readonly kind: 'suggested'; readonly expiresOn: PlainDate }
  | {
      readonly kind: 'unknown'
      readonly reason:
        | 'never-expires'
        | 'expiry-not-read'
        | 'first-term-not-read'
        | 'year-of-holder-not-known'
        | 'birthday-not-known'
        | 'choice-not-known'
    }

/** The first expiry where none is printed yet; otherwise the one that follows the printed one. */
export function nextExpiry(rule: RenewalRule, certification: CertificationFacts): ExpirySuggestion {
  const { expiry, firstCertificate } = rule
  if (expiry.shape === 'none') return { kind: 'unknown', reason: 'never-expires' }
  if (expiry.shape === 'fixed-date') return nextCommonDate(expiry, certification)
  const length = cycleLength(rule, certification)
  if (expiry.shape === 'unknown' || length.kind === 'unknown') {
    const notChosen = length.kind === 'unknown' && length.reason === 'choice-not-known'
    return { kind: 'unknown', reason: notChosen ? 'choice-not-known' : 'expiry-not-read' }
  }
  if (expiry.shape === 'birthday') return nextBirthday(certification, length.months)
  if (certification.expiresOn === null && expiry.shape === 'printed') {
    return { kind: 'unknown', reason: 'expiry-not-read' }
  }
  if (certification.expiresOn === null && firstCertificate !== null) {
    return { kind: 'suggested', expiresOn: addMonths(certification.issuedOn, firstCertificate.months) }
  }
  const turn = nextTurn(rule, certification, length.months)
  if (expiry.shape === 'month-start') return { kind: 'suggested', expiresOn: startOfMonth(turn) }
  return { kind: 'suggested', expiresOn: expiry.shape === 'month-end' ? endOfMonth(turn) : turn }
}

/** The birthday in a year; 29 Feb falls on 28 Feb in a common year. */
export function birthdayIn(year: number, birthday: string): PlainDate {
  const [month = 1, day = 1] = birthday.split('-').map(Number)
  return plainDate(year, month, Math.min(day, daysInMonth(year, month)))
}

type CommonDate = Extract<ExpiryRule, { shape: 'fixed-date' }>

/** The common date of a year, on the working day before it where the board moves it. */
export function commonDateIn({ month, day, onWorkingDay }: CommonDate, year: number): PlainDate {
  const date = plainDate(year, month, Math.min(day, daysInMonth(year, month)))
  return onWorkingDay === 'earlier' ? workingDayUpTo(date) : date
}

function nextTurn(
  rule: RenewalRule,
  { issuedOn, expiresOn }: CertificationFacts,
  cycleMonths: number,
): PlainDate {
  if (expiresOn === null) return addMonths(issuedOn, cycleMonths)
  const turn = turnOn(rule, issuedOn, expiresOn, cycleMonths)
  return turn === null
    ? addMonths(expiresOn, cycleMonths)
    : addMonths(turn.anchor, (turn.count + 1) * cycleMonths)
}

function nextCommonDate(
  common: CommonDate,
  { issuedOn, expiresOn, examYear = null }: CertificationFacts,
): ExpirySuggestion {
  const after = expiresOn ?? issuedOn
  const anchor = common.anchorYear ?? (expiresOn === null ? examYear : yearOf(expiresOn))
  if (anchor === null) return { kind: 'unknown', reason: 'year-of-holder-not-known' }
  const years = Array.from({ length: 2 * common.everyYears + 1 }, (_, more) => yearOf(after) + more)
  const due = years
    .filter((year) => (year - anchor) % common.everyYears === 0)
    .map((year) => commonDateIn(common, year))
  const next = due.find((date) => date > after)
  return next === undefined
    ? { kind: 'unknown', reason: 'expiry-not-read' }
    : { kind: 'suggested', expiresOn: next }
}

function nextBirthday(certification: CertificationFacts, cycleMonths: number): ExpirySuggestion {
  const { birthday, expiresOn } = certification
  if (expiresOn === null) return { kind: 'unknown', reason: 'first-term-not-read' }
  if (birthday === null) return { kind: 'unknown', reason: 'birthday-not-known' }
  const year = yearOf(addYears(expiresOn, Math.floor(cycleMonths / 12)))
  return { kind: 'suggested', expiresOn: birthdayIn(year, birthday) }
}
