import type { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import type { CertificationRecord } from '@alongside/shared/certification/status/assess-certification'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import { UNKNOWN_RULE, type RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import type { CategoryMinimum, RequiredTotal } from '@alongside/shared/certification/rules/asked'

/** A rolling rule of 24 months, with what a test is about. */
export function ruleWith(parts: Partial<RenewalRule>): RenewalRule {
  return { ...UNKNOWN_RULE, cycleMonths: 24, expiry: { shape: 'rolling' }, ...parts }
}

export function total(amount: number, parts: Partial<RequiredTotal> = {}): RequiredTotal {
  return { amount, unit: 'hours', per: 'cycle', yearKind: 'unknown', insteadIf: null, ...parts }
}

export function minimum(
  category: CeCategory,
  amount: number,
  parts: Partial<CategoryMinimum> = {},
): CategoryMinimum {
  const plain = { within: null, overlaps: false, everyMonths: null, once: false, onlyIf: null } as const
  return { category, amount, unit: 'hours', ...plain, ...parts }
}

let nextId = 0
export function course(heldOn: string, hours: number, parts: Partial<CeCredit> = {}): CeCredit {
  return { id: `course ${nextId++}`, heldOn, hours, categories: [], ...parts }
}

/** Held since 2019, in the cycle of 2025 and 2026. */
export function recordOf(
  rule: RenewalRule,
  credits: readonly CeCredit[] = [],
  facts: Partial<CertificationFacts> = {},
): CertificationRecord {
  const certification = { issuedOn: '2019-01-01', expiresOn: '2026-12-31', birthday: null, ...facts }
  return { certificationId: 'this', certification, statusPeriods: [], rules: [rule], credits }
}
