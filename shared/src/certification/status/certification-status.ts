/** Computes the status of one certification on one day, with every reason and with what no verified rule answers. */
import { addDays, compareDates, type PlainDate } from '../../calendar/plain-date.ts'
import type {
  HoursUnknownReason,
  RequirementResult,
  UnknownRequirement,
} from '../requirements/requirement-result.ts'
import { CertificationStatus, type StatusResult, type StatusUnknown } from './status.ts'
import { lateStepEnds } from './after-expiry.ts'
import { endByRule, expiryInForce } from './expiry-in-force.ts'
import { findingsOn, mayOpenOn, renewalOpening, type StatusInput } from './findings.ts'

export function certificationStatus(
  input: StatusInput,
  requirements: readonly RequirementResult[],
  today: PlainDate,
): StatusResult {
  const findings = findingsOn(input, today)
  return {
    status: statusOn(input, today),
    reasons: findings.map(({ reason }) => reason),
    unknowns: unknownsOf(input, requirements, today),
    ...changesAhead(input, today),
  }
}

function statusOn(input: StatusInput, day: PlainDate): CertificationStatus {
  return findingsOn(input, day)[0]?.status ?? CertificationStatus.CURRENT
}

function unknownsOf(
  { certification, rule, cycle }: StatusInput,
  requirements: readonly RequirementResult[],
  today: PlainDate,
): StatusUnknown[] {
  if (certification === null) return []
  const { expiresOn } = certification
  const endsOn = expiryInForce(rule, certification) ?? endByRule(certification, cycle)
  const unknowns: StatusUnknown[] = []
  if (expiresOn === null && rule.expiry.shape !== 'none') unknowns.push({ kind: 'expiry-unknown' })
  if (cycle.kind === 'unknown' && cycle.reason !== 'never-expires') {
    unknowns.push({ kind: 'window-unknown', reason: cycle.reason })
  }
  const open = requirements.filter((result) => result.kind === 'unknown')
  const isOfHolder = ({ requirement, reason }: UnknownRequirement): boolean =>
    requirement.kind !== 'total' && reason === 'condition-not-known'
  const why = whyHoursUnknown(open.filter((result) => !isOfHolder(result)))
  for (const reason of why) unknowns.push({ kind: 'hours-unknown', reason })
  // If the total itself depends on an unanswered question, repeating that for its parts adds nothing.
  if (open.some(isOfHolder) && !why.has('condition-not-known')) {
    unknowns.push({ kind: 'holder-unknown', reason: 'condition-not-known' })
  }
  if (endsOn !== null && endsOn < today && rule.late.length === 0) {
    unknowns.push({ kind: 'late-rule-unknown' })
  }
  return unknowns
}

/** Lists each reason once. Unknowns about service and supervision are shown with their requirement only. */
function whyHoursUnknown(unknown: readonly UnknownRequirement[]): Set<HoursUnknownReason> {
  return new Set(
    unknown.filter(({ requirement }) => requirement.kind !== 'practice').map(({ reason }) => reason),
  )
}

/** Lists every day on which something that decides the status begins or ends, in order. */
function changesAhead(
  input: StatusInput,
  today: PlainDate,
): Pick<StatusResult, 'nextChangeOn' | 'mayDifferOn'> {
  const { certification, statusPeriods, rule, cycle } = input
  if (certification === null) return { nextChangeOn: null, mayDifferOn: null }
  const { issuedOn, expiresOn } = certification
  const endsOn = expiryInForce(rule, certification) ?? endByRule(certification, cycle)
  const days = [
    issuedOn,
    ...statusPeriods.flatMap(({ startsOn, endsOn }) =>
      endsOn ? [startsOn, addDays(endsOn, 1)] : [startsOn],
    ),
    ...(expiresOn ? [renewalOpening(rule, expiresOn, cycle).opensOn, addDays(expiresOn, 1)] : []),
    ...(endsOn ? [addDays(endsOn, 1), ...lateStepEnds(rule, endsOn).map((day) => addDays(day, 1))] : []),
    ...(input.atRiskFrom ? [input.atRiskFrom] : []),
    ...[mayOpenOn(input)].filter((day) => day !== null),
    ...(cycle.kind === 'known' ? [addDays(cycle.endsOn, 1)] : []),
  ]
  const now = statusOn(input, today)
  const ahead = days.filter((day) => day > today).sort(compareDates)
  const nextChangeOn = ahead.find((day) => statusOn(input, day) !== now) ?? null
  return { nextChangeOn, mayDifferOn: ahead[0] ?? null }
}
