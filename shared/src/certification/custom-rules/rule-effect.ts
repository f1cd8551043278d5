/** What another rule makes of one certification: who becomes short or at risk by it, and who is relieved. */
import type { CertificationAssessment } from '../status/assess-certification.ts'
import { GapState, gapsOf, type Gaps } from '../next-step/gaps.ts'
import { isMeasured } from '../requirements/requirement-result.ts'
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
  /** What is missing today, in one sum; 0: nothing; null: nothing that is known, and a part is not known. */
  readonly shortBy: number | null
  /** In which that is counted; null: nothing is missing, or that is not known. */
  readonly unit: AmountUnit | null
  /** The needed total; null: not known, or not owed. */
  readonly needed: number | null
}

export function ruleSide({ status, requirements }: CertificationAssessment): RuleSide {
  const gaps = gapsOf(requirements)
  const total = requirements.filter(isMeasured).find(({ requirement }) => requirement.kind === 'total')
  const needed = total?.needed ?? null
  // Nothing is called met while a part is unknown.
  if (gaps.state === GapState.UNKNOWN) return { status, shortBy: null, unit: null, needed }
  return { status, ...shortOf(gaps), needed }
}

/** Courses in one sum; work and supervision, where only they are missing, by the line that misses most. */
function shortOf({ hours, courses, short }: Gaps): Pick<RuleSide, 'shortBy' | 'unit'> {
  if (hours > 0) return { shortBy: hours, unit: 'hours' }
  if (courses > 0) return { shortBy: courses, unit: 'courses' }
  const [most] = short.toSorted((one, other) => other.shortBy - one.shortBy)
  return { shortBy: most?.shortBy ?? 0, unit: most?.unit ?? null }
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
