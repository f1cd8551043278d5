/** What would still be short if every planned course were taken. A status never rests on it. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CeCredit } from '../hours/ce-credit.ts'
import { type Gaps, gapsOf } from '../next-step/gaps.ts'
import { isMeasured, type RequirementResult } from '../requirements/requirement-result.ts'
import { requirementsOf } from '../requirements/requirements.ts'
import { type CertificationRecord, renewalCaseOf } from '../status/assess-certification.ts'

export interface PlannedAhead {
  /** What the plans would add to the total; null where the total is not known. */
  readonly adds: number | null
  readonly gaps: Gaps
}

/** Plans whose day is over count for nothing: whoever took the course says so. */
export function plannedAhead(
  record: CertificationRecord,
  planned: readonly CeCredit[],
  today: PlainDate,
): PlannedAhead {
  const renewalCase = renewalCaseOf(record, today)
  const ahead = planned.map((credit) => ({ ...credit, planned: true }))
  const results = requirementsOf({ ...renewalCase, credits: [...renewalCase.credits, ...ahead] }, today)
  const total = results.find(({ requirement }) => requirement.kind === 'total')
  return { adds: total && isMeasured(total) ? total.planned : null, gaps: gapsOf(results.map(asIfTaken)) }
}

function asIfTaken(result: RequirementResult): RequirementResult {
  if (!isMeasured(result)) return result
  const earned = result.earned + result.planned
  return { ...result, earned, planned: 0, shortBy: Math.max(0, result.needed - earned) }
}

/** Hours that count toward the total although nobody has confirmed them yet. */
export function hoursAwaitingReview(
  outcomes: readonly { readonly credit: CeCredit; readonly counted: number }[],
): number {
  return outcomes.reduce((sum, { credit, counted }) => (credit.awaitsReview ? sum + counted : sum), 0)
}
