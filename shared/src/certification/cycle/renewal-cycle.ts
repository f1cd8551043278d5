/** The renewal cycle: the days in which hours count towards the next renewal. The expiry on the certificate decides its end. */
import {
  addDays,
  addMonths,
  endOfMonth,
  maxDate,
  startOfMonth,
  yearOf,
  type PlainDate,
} from '../../calendar/plain-date.ts'
import type { CertificationFacts, EarlierTerm } from '../status/certification-facts.ts'
import { cycleLength } from './cycle-length.ts'
import { birthdayIn, commonDateIn, nextExpiry } from './next-expiry.ts'
import { isPrintedFor } from './printed-length.ts'
import { turnOn } from './turn.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'

export interface KnownCycle {
  readonly kind: 'known'
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  /** Whether the end stands on the certificate, or was counted by the rule because none is printed. */
  readonly source: 'printed' | 'rule'
  readonly isFirstTerm: boolean
}

export type CycleUnknownReason =
  | 'not-certified'
  | 'never-expires'
  | 'cycle-length-not-read'
  | 'choice-not-known'
  | 'expiry-not-known'
  | 'dates-out-of-order'

export type RenewalCycle = KnownCycle | { readonly kind: 'unknown'; readonly reason: CycleUnknownReason }

export function renewalCycle(rule: RenewalRule, certification: CertificationFacts | null): RenewalCycle {
  if (certification === null) return { kind: 'unknown', reason: 'not-certified' }
  const { expiry } = rule
  const { issuedOn, expiresOn } = certification
  if (expiry.shape === 'none' && expiresOn === null) return { kind: 'unknown', reason: 'never-expires' }
  const length = cycleLength(rule, certification)
  if (length.kind === 'unknown') return length
  const endsOn = expiresOn ?? expiryByRule(rule, certification)
  if (endsOn === null) return { kind: 'unknown', reason: 'expiry-not-known' }
  if (endsOn < issuedOn) return { kind: 'unknown', reason: 'dates-out-of-order' }
  const source = expiresOn === null ? 'rule' : 'printed'
  return { kind: 'known', ...cycleStart(rule, certification, endsOn, length.months), endsOn, source }
}

function expiryByRule(rule: RenewalRule, certification: CertificationFacts): PlainDate | null {
  const suggestion = nextExpiry(rule, certification)
  return suggestion.kind === 'suggested' ? suggestion.expiresOn : null
}

/**
 * A first term counts from the issue. A later cycle begins on the day after the expiry before it,
 * so that every day belongs to one cycle and no course counts in two.
 */
function cycleStart(
  rule: RenewalRule,
  certification: CertificationFacts,
  endsOn: PlainDate,
  cycleMonths: number,
): Pick<KnownCycle, 'startsOn' | 'isFirstTerm'> {
  const { issuedOn } = certification
  const { shape } = rule.expiry
  const recorded = startAfterEarlierTerm(rule, certification, endsOn, cycleMonths)
  if (recorded !== null) return { startsOn: recorded, isFirstTerm: false }
  const before = expiryBefore(rule, certification, endsOn, cycleMonths)
  // Snapped to the end of the month, the first term is the rest of the month of issue longer than a cycle.
  const isFirstTerm = before <= issuedOn || (shape === 'month-end' && startOfMonth(before) <= issuedOn)
  if (!isFirstTerm) return { startsOn: addDays(before, 1), isFirstTerm }
  // Michigan counts from the first day of the month of certification.
  return { startsOn: shape === 'month-start' ? startOfMonth(issuedOn) : issuedOn, isFirstTerm }
}

/**
 * After a recorded certificate a cycle begins on the day after its expiry, or with the new one where time lay between.
 * One that was renewed early begins with the renewal, where the board counts from there.
 */
function startAfterEarlierTerm(
  rule: RenewalRule,
  { earlierTerms = [], termStartsOn = null }: CertificationFacts,
  endsOn: PlainDate,
  cycleMonths: number,
): PlainDate | null {
  const before = earlierTerms.findLast(({ expiresOn }) => expiresOn < endsOn)
  if (before === undefined) return null
  const next = addDays(before.expiresOn, 1)
  if (termStartsOn === null || termStartsOn > endsOn) return next
  const term = { startsOn: termStartsOn, expiresOn: endsOn }
  const isEarly = termStartsOn < next && before.startsOn < termStartsOn
  if (isEarly) return countsFromRenewal(rule, term, cycleMonths) ? termStartsOn : next
  return maxDate(termStartsOn, next)
}

/** By its words, or by its print: a rolling certificate that runs a whole cycle from the renewal was counted from there. */
export function countsFromRenewal(
  { earning, expiry }: Pick<RenewalRule, 'earning' | 'expiry'>,
  term: EarlierTerm,
  cycleMonths: number,
): boolean {
  return earning.fromLastRenewal || (expiry.shape === 'rolling' && isPrintedFor(term, cycleMonths))
}

function expiryBefore(
  rule: RenewalRule,
  { issuedOn, birthday }: CertificationFacts,
  endsOn: PlainDate,
  cycleMonths: number,
): PlainDate {
  const { expiry } = rule
  const stepBack = addMonths(endsOn, -cycleMonths)
  if (expiry.shape === 'month-end' && endsOn === endOfMonth(endsOn)) return endOfMonth(stepBack)
  if (expiry.shape === 'birthday' && birthday !== null && birthdayIn(yearOf(endsOn), birthday) === endsOn) {
    return birthdayIn(yearOf(stepBack), birthday)
  }
  // Two common dates need not be whole months apart, where one of them was moved off a weekend.
  if (expiry.shape === 'fixed-date' && commonDateIn(expiry, yearOf(endsOn)) === endsOn) {
    return commonDateIn(expiry, yearOf(endsOn) - expiry.everyYears)
  }
  const turn = turnOn(rule, issuedOn, endsOn, cycleMonths)
  return turn === null ? stepBack : addMonths(turn.anchor, (turn.count - 1) * cycleMonths)
}
