/** The day that ends a certificate: the printed one, later where the board extended it, or the one that the rule counts. */
import { addDays, maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { RenewalCycle } from '../cycle/renewal-cycle.ts'
import type { CertificationFacts } from './certification-facts.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'

/** Extensions do not add up: the longest of those that hold for the printed day decides. */
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

/** Of a certificate without a printed day: the end that the rule counts, which nobody has confirmed; null where none follows. */
export function endByRule({ expiresOn }: CertificationFacts, cycle: RenewalCycle): PlainDate | null {
  return expiresOn === null && cycle.kind === 'known' ? cycle.endsOn : null
}
