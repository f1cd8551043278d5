/** The one day on which several certifications of a person end, where the board lets all follow the latest (Michigan). */
import type { CertificationFacts } from '../status/certification-facts.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'

/** Another certification of the same holder that was not revoked. */
export interface HeldTogether {
  readonly credentialId: string
  /** Which title of the credential; null: it has one only, or it is not known. */
  readonly title: string | null
  readonly certification: CertificationFacts
}

/**
 * The certification whose days count for this one as well: of those that it runs with, the one that ends last. Null
 * where the rule knows no such thing, or nothing else ends later. One that had ended before the other was issued does
 * not come back to life, and the same title again is the next certification, not another one.
 */
export function followed(
  rule: RenewalRule,
  own: Omit<HeldTogether, 'credentialId'>,
  others: readonly HeldTogether[],
): CertificationFacts | null {
  const { together, credentialId: customCredential } = rule
  const { expiresOn } = own.certification
  if (together === null || !together.sameExpiry || expiresOn === null) return null
  const isAnother = ({ credentialId, title }: HeldTogether): boolean =>
    credentialId !== customCredential || (title !== null && own.title !== null && title !== own.title)
  const next = others.find(
    (other) =>
      together.withCredentials.includes(other.credentialId) &&
      isAnother(other) &&
      other.certification.issuedOn <= expiresOn &&
      (other.certification.expiresOn ?? '') > expiresOn,
  )?.certification
  // By the later day it may reach one that was issued later still.
  return next ? (followed(rule, { ...own, certification: next }, others) ?? next) : null
}
