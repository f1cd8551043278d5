import { recordAsOf } from '@alongside/shared/certification/as-of/as-of'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import type { CertificationRecord } from '@alongside/shared/certification/status/assess-certification'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import { renewalRulesOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'

/** A certification of the catalogue, with every version of its rule. */
export function recordFor(
  credentialId: string,
  facts: Partial<CertificationFacts> & Pick<CertificationFacts, 'issuedOn'>,
  credits: readonly CeCredit[] = [],
): CertificationRecord {
  const certification = { expiresOn: null, birthday: null, ...facts }
  return { certification, statusPeriods: [], rules: renewalRulesOf(credentialId), credits }
}

export function assess(record: CertificationRecord, day: string) {
  return assessCertification(recordAsOf(record, day), day)
}

/** Each line by what it asks: [needed, earned], or why it has no figures. */
export function linesOf(record: CertificationRecord, day: string) {
  return assess(record, day).requirements.map((result) => {
    const { requirement } = result
    const name = requirement.kind === 'minimum' ? requirement.category : requirement.kind
    return result.kind === 'measured'
      ? [name, result.needed, result.earned]
      : [name, `${result.kind}: ${result.reason}`]
  })
}
