/** Finds the expiration date that applies: the printed one, an extended one, or the one that the rule computes. */
import { addDays, maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { RenewalCycle } from '../cycle/renewal-cycle.ts'
import type { CertificationFacts } from './certification-facts.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'

/** Extensions do not add up: the longest one that covers the printed date applies. */
export function expiryInForce(
  { exceptions }: RenewalRule,
  { expiresOn, conditions = {} }: CertificationFacts,
): PlainDate | null {
  if (expiresOn === null) return null
  return exceptions.reduce((last, { kind, dueFrom, dueTo, onlyIf, days }) => {
    const holds =
      kind === 'date-extended' &&
      (dueFrom === null || dueFrom <= expiresOn) &&
      (dueTo === null || expiresOn <= dueTo) &&
      (onlyIf === null || conditions[onlyIf] === true)
    return holds ? maxDate(last, addDays(expiresOn, days ?? 0)) : last
  }, expiresOn)
}

/** Returns the unconfirmed date that the rule computes if none is printed; null if the rule gives no date. */
export function endByRule({ expiresOn }: CertificationFacts, cycle: RenewalCycle): PlainDate | null {
  return expiresOn === null && cycle.kind === 'known' ? cycle.endsOn : null
}
