/** What another rule makes of one certification: who becomes short or at risk by it, and who is relieved. */
import type { CertificationAssessment } from '../status/assess-certification.ts'
import type { AmountUnit } from '../rules/asked.ts'
import { CertificationStatus } from '../status/status.ts'

/** In the order in which an editor wants to see them. */
export const RuleEffect = {
  BECOMES_SHORT: 'BECOMES_SHORT',
  BECOMES_AT_RISK: 'BECOMES_AT_RISK',
  SHORT_OF_MORE: 'SHORT_OF_MORE',
  BECOMES_UNKNOWN: 'BECOMES_UNKNOWN',
  OTHERWISE: 'OTHERWISE',
  BECOMES_KNOWN: 'BECOMES_KNOWN',
  SHORT_OF_LESS: 'SHORT_OF_LESS',
  RELIEVED: 'RELIEVED',
  UNCHANGED: 'UNCHANGED',
} as const
export type RuleEffect = (typeof RuleEffect)[keyof typeof RuleEffect]
export const RULE_EFFECTS: readonly RuleEffect[] = Object.values(RuleEffect)

/** One side of the comparison, as far as a change of the rule shows in it. */
export interface RuleSide {
  readonly status: CertificationStatus
  /** What is missing today in the line that misses most; 0: nothing; null: nothing could be measured. */
  readonly shortBy: number | null
  /** In which that line counts; null: nothing is missing, or nothing could be measured. */
  readonly unit: AmountUnit | null
  /** The needed total; null: not known, or not owed. */
  readonly needed: number | null
}

export function ruleSide({ status, requirements }: CertificationAssessment): RuleSide {
  const measured = requirements.filter((line) => line.kind === 'measured')
  const total = measured.find(({ requirement }) => requirement.kind === 'total')
  const isUnknown = measured.length === 0 && requirements.some(({ kind }) => kind === 'unknown')
  const most = measured.reduce((shortBy, line) => Math.max(shortBy, line.shortBy), 0)
  return {
    status,
    shortBy: isUnknown ? null : most,
    unit: measured.find(({ shortBy }) => shortBy > 0 && shortBy === most)?.unit ?? null,
    needed: total?.needed ?? null,
  }
}

export function ruleEffect(before: RuleSide, after: RuleSide): RuleEffect {
  const [was, becomes] = [before.shortBy, after.shortBy]
  const isShortNow = (becomes ?? 0) > 0
  if (isShortNow && was === 0) return RuleEffect.BECOMES_SHORT
  if (after.status === CertificationStatus.AT_RISK && before.status !== CertificationStatus.AT_RISK)
    return RuleEffect.BECOMES_AT_RISK
  if (was === null && becomes !== null)
    return isShortNow ? RuleEffect.BECOMES_SHORT : RuleEffect.BECOMES_KNOWN
  if (was !== null && becomes === null) return RuleEffect.BECOMES_UNKNOWN
  if ((was ?? 0) > 0 && becomes === 0) return RuleEffect.RELIEVED
  if ((becomes ?? 0) > (was ?? 0)) return RuleEffect.SHORT_OF_MORE
  if ((becomes ?? 0) < (was ?? 0)) return RuleEffect.SHORT_OF_LESS
  const isSame = before.status === after.status && before.needed === after.needed
  return isSame ? RuleEffect.UNCHANGED : RuleEffect.OTHERWISE
}
