/** A certification as it stood on a past day: under the certificate of that day, with what had been held by then. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CertificationRecord } from '../status/assess-certification.ts'
import { ruleInForce } from '../rules/rule-in-force.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { CertificationFacts, EarlierTerm } from '../status/certification-facts.ts'

/**
 * The certificate in force is the latest one that had begun; after its expiry it stays the one to assess, until the
 * next begins. Credits and statuses need no change: a credit counts from its day, a status in its days.
 */
export function recordAsOf(record: CertificationRecord, day: PlainDate): CertificationRecord {
  const { certification, rules, heldTogether = [] } = record
  if (certification === null) return record
  const held = heldTogether.filter((other) => other.certification.issuedOn <= day)
  return {
    ...record,
    certification: factsAsOf(certification, rules, day),
    heldTogether: held.map((other) => ({ ...other, certification: factsAsOf(other.certification, [], day) })),
  }
}

function factsAsOf(
  facts: CertificationFacts,
  rules: readonly RenewalRule[],
  day: PlainDate,
): CertificationFacts {
  const { earlierTerms = [] } = facts
  const previous = earlierTerms.at(-1)
  if (previous === undefined) return facts
  const startedAnew = startOfItsOwn(facts, rules, previous)
  const isStillPrevious = startedAnew === null ? day <= previous.expiresOn : day < startedAnew
  if (!isStillPrevious) return facts
  const { startsOn, expiresOn } = previous
  const before = { ...facts, expiresOn, termStartsOn: startsOn, earlierTerms: earlierTerms.slice(0, -1) }
  return factsAsOf(before, rules, day)
}

/** A certificate that was renewed early begins when the one before it ends, unless the board counts from the renewal. */
function startOfItsOwn(
  facts: CertificationFacts,
  rules: readonly RenewalRule[],
  previous: EarlierTerm,
): PlainDate | null {
  const { termStartsOn = null } = facts
  if (termStartsOn === null || termStartsOn > previous.expiresOn) return termStartsOn
  const { cycle } = ruleInForce(rules, facts)
  return cycle.kind === 'known' && cycle.startsOn === termStartsOn ? termStartsOn : null
}
