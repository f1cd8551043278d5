/** Which version of a rule speaks for a cycle that begins on a day. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { UNKNOWN_RULE, type RenewalRule } from '../rules/renewal-rule.ts'

/** The newest whose days hold the day; where none does, the last that has begun, so that something is always said. */
export function ruleOn(rules: readonly RenewalRule[], day: PlainDate): RenewalRule {
  const begun = rules.filter(({ effectiveFrom: from }) => from === null || from <= day)
  const inForce = begun.filter(({ effectiveTo: to }) => to === null || day <= to)
  return inForce.at(-1) ?? begun.at(-1) ?? rules[0] ?? UNKNOWN_RULE
}
