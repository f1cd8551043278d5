/** Describes one renewal to assess: the rule, the cycle, the holder, and everything that may count. */
import type { CeCredit, PracticeRecord } from '../hours/ce-credit.ts'
import type { CertificationFacts } from '../status/certification-facts.ts'
import type { RenewalCycle } from '../cycle/renewal-cycle.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'

export interface RenewalCase {
  readonly rule: RenewalRule
  readonly cycle: RenewalCycle
  /** Null if the peer holds no certification. */
  readonly certification: CertificationFacts | null
  readonly certificationId?: string | null
  readonly credits: readonly CeCredit[]
  /** Undefined if nothing is known about service and supervision. */
  readonly practice?: PracticeRecord | null
  /** The credentials of the holder's other certifications. */
  readonly heldWith?: readonly string[]
}

/** Returns whether hours count for one certification only, because the board asks for separate hours for each. */
export function needsSeparateHours({ rule: { together }, heldWith = [] }: RenewalCase): boolean {
  if (together === null || together.hours === 'shared') return false
  return together.withCredentials.some((credential) => heldWith.includes(credential))
}
