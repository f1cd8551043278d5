/** From which day another rule speaks for somebody whom it leaves alone today: with the cycle that begins after this one. */
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { ruleOn } from './rule-on.ts'

/** The day on which the running certificate expires; null: no other rule speaks then, or that day is not known or over. */
export function affectedFrom(
  expiresOn: PlainDate | null,
  before: readonly RenewalRule[],
  after: readonly RenewalRule[],
  today: PlainDate,
): PlainDate | null {
  if (expiresOn === null || expiresOn < today) return null
  const next = addDays(expiresOn, 1)
  return JSON.stringify(ruleOn(before, next)) === JSON.stringify(ruleOn(after, next)) ? null : expiresOn
}
