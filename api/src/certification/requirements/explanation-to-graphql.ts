/** Every requirement of a certification with what became of each course, in the order of its requirements. */
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { isMeasured } from '@alongside/shared/certification/requirements/requirement-result'
import type { AssessedRenewal } from '../renewals/assess-renewals.ts'
import { explainRequirements } from '@alongside/shared/certification/course-check/explain-requirements'
import { askedBy, toGraphqlOutcome, toGraphqlPace, type RequirementExplainedType } from './explained.types.ts'

export function toGraphqlExplained(
  { record, rule, assessment }: AssessedRenewal,
  today: PlainDate,
): RequirementExplainedType[] {
  const ahead = [...assessment.forecast]
  return explainRequirements(record, today).map(({ result, credits }) => ({
    ...askedBy(rule, result.requirement),
    ...toGraphqlPace(isMeasured(result) ? ahead.shift() : undefined),
    credits: credits.map(toGraphqlOutcome),
  }))
}
