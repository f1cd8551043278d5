/** Which version of a rule assesses a cycle: the one in force on the day on which the cycle begins. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CertificationFacts } from '../status/certification-facts.ts'
import { UNKNOWN_RULE, type RenewalRule } from './renewal-rule.ts'
import { fitsLength, isCommonDate, printedTerm } from '../cycle/printed-length.ts'
import { renewalCycle, type RenewalCycle } from '../cycle/renewal-cycle.ts'

export interface AssessedCycle {
  readonly rule: RenewalRule
  readonly cycle: RenewalCycle
}

/**
 * One certificate, one rule: where versions differ in length or in the common date, only those that fit what is printed
 * on the certificate can speak for it, so that no amount is used with the length of another version.
 * A rule that changes in mid-cycle leaves that cycle alone; the next one is assessed by the newer version.
 * Versions of an organization come before those of the catalogue, newer ones before older ones. Where the cycle
 * is not known, the newest version that is still in force speaks. Where the length of the cycle changed, a cycle can
 * begin after the older version by its own count and before the newer one by that one's: then the newer one assesses.
 */
export function ruleInForce(
  rules: readonly RenewalRule[],
  certification: CertificationFacts | null,
): AssessedCycle {
  const assessed = fitting(rules, certification)
    .toSorted((one, other) => other.version - one.version)
    .map((rule) => ({ rule, cycle: renewalCycle(rule, certification) }))
  const found = assessed.find(({ rule, cycle }) => isInForce(rule, cycle))
  const notEnded = assessed.findLast(({ rule, cycle }) => !hasEndedBefore(rule, cycle))
  return (
    found ??
    notEnded ??
    assessed.at(-1) ?? { rule: UNKNOWN_RULE, cycle: renewalCycle(UNKNOWN_RULE, certification) }
  )
}

/** The newest version of the catalogue after this one, where the day from which it counts was not read. */
export function laterVersion(
  rules: readonly RenewalRule[],
  { version, origin }: RenewalRule,
): RenewalRule | null {
  if (origin.kind !== 'catalogue') return null
  const later = rules.filter((rule) => rule.origin.kind === 'catalogue' && rule.version > version)
  const newest = later.toSorted((one, other) => one.version - other.version).at(-1)
  return newest && !newest.effectWasRead ? newest : null
}

function fitting(
  rules: readonly RenewalRule[],
  certification: CertificationFacts | null,
): readonly RenewalRule[] {
  if (certification === null || certification.expiresOn === null) return rules
  const { expiresOn } = certification
  const byDate = rules.filter((rule) => isCommonDate(rule, { expiresOn }))
  const rest = byDate.length > 0 ? rules.filter((rule) => !hasAnotherDate(rule, expiresOn)) : rules
  const term = printedTerm(certification)
  if (term === null || !rest.some((rule) => fitsLength(rule, term))) return rest
  return rest.filter((rule) => fitsLength(rule, term) || rule.cycleMonths === null)
}

const hasAnotherDate = (rule: RenewalRule, expiresOn: PlainDate): boolean =>
  rule.expiry.shape === 'fixed-date' && !isCommonDate(rule, { expiresOn })

function isInForce({ effectiveFrom, effectiveTo }: RenewalRule, cycle: RenewalCycle): boolean {
  if (cycle.kind === 'unknown') return effectiveTo === null
  return isBetween(effectiveFrom, cycle.startsOn, effectiveTo)
}

function hasEndedBefore({ effectiveTo }: RenewalRule, cycle: RenewalCycle): boolean {
  return cycle.kind === 'known' && effectiveTo !== null && effectiveTo < cycle.startsOn
}

function isBetween(from: PlainDate | null, day: PlainDate, to: PlainDate | null): boolean {
  return (from === null || from <= day) && (to === null || day <= to)
}
