/** How much of a credential's renewal rule could be read: what a reader of the catalogue asks before anything else. */
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { Credential } from './credential.ts'

export const RuleKnowledge = {
  /** Cycle length and amount of continuing education are both known. */
  COMPLETE: 'COMPLETE',
  /** Something about renewing is known, not all of it. */
  PARTIAL: 'PARTIAL',
  /** Only how the first certificate is earned, or nothing. */
  NONE: 'NONE',
} as const
export type RuleKnowledge = (typeof RuleKnowledge)[keyof typeof RuleKnowledge]

/** Source of the three levels: the counts that came with the catalogue (36, 17 and 16 of 69). What was read since counts too. */
export function ruleKnowledge(
  credential: Credential,
  { cycleMonths, total, expiry }: Pick<RenewalRule, 'cycleMonths' | 'total' | 'expiry'>,
): RuleKnowledge {
  if (credential.complete || (cycleMonths !== null && total !== null)) return RuleKnowledge.COMPLETE
  const isPartial = expiry.shape !== 'unknown' || hasAnythingAboutRenewing(credential)
  return isPartial ? RuleKnowledge.PARTIAL : RuleKnowledge.NONE
}

function hasAnythingAboutRenewing({
  renewal,
  continuingEducation: education,
  practice,
}: Credential): boolean {
  const lists = [renewal.late, education.categories, education.limits]
  const facts = [
    renewal.cycleMonths,
    renewal.feeUsd,
    renewal.submit.opensDaysBefore,
    renewal.submit.dueDaysBefore,
    education.hours,
    education.carryOverMaxHours,
    education.earningWindow,
    education.proof,
    education.keepProofYears,
    practice.serviceHours,
    practice.supervisionHours,
  ]
  return (
    renewal.expiry.shape !== 'unknown' ||
    lists.some((list) => list.length > 0) ||
    facts.some((fact) => fact !== null)
  )
}
