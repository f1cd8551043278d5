/** The standing of one certification on one day, with every reason for it, and what no verified rule answers beside it. */
import { addDays, compareDates, type PlainDate } from '../../calendar/plain-date.ts'
import type { RequirementResult } from '../requirements.ts'
import { Standing, type StandingResult, type StandingUnknown } from '../standing.ts'
import { lateStepEnds } from './after-expiry.ts'
import { findingsOn, renewalOpening, type StandingInput } from './findings.ts'

export function certificationStanding(
  input: StandingInput,
  requirements: readonly RequirementResult[],
  today: PlainDate,
): StandingResult {
  const findings = findingsOn(input, today)
  return {
    standing: standingOn(input, today),
    reasons: findings.map(({ reason }) => reason),
    unknowns: unknownsOf(input, requirements, today),
    nextChangeOn: nextChangeOn(input, today),
  }
}

function standingOn(input: StandingInput, day: PlainDate): Standing {
  return findingsOn(input, day)[0]?.standing ?? Standing.CURRENT
}

function unknownsOf(
  { certification, rule, cycle }: StandingInput,
  requirements: readonly RequirementResult[],
  today: PlainDate,
): StandingUnknown[] {
  if (certification === null) return []
  const { expiresOn } = certification
  const total = requirements.find(({ requirement }) => requirement.kind === 'total')
  const unknowns: StandingUnknown[] = []
  if (expiresOn === null && rule.expiry.shape !== 'none') unknowns.push({ kind: 'expiry-unknown' })
  if (cycle.kind === 'unknown' && cycle.reason !== 'never-expires') {
    unknowns.push({ kind: 'window-unknown', reason: cycle.reason })
  }
  if (total?.kind === 'unknown') unknowns.push({ kind: 'hours-unknown', reason: total.reason })
  if (expiresOn !== null && expiresOn < today && rule.late.length === 0)
    unknowns.push({ kind: 'late-rule-unknown' })
  return unknowns
}

/** Every day on which something that decides the standing begins or ends, tried in order. */
function nextChangeOn(input: StandingInput, today: PlainDate): PlainDate | null {
  const { certification, statusPeriods, rule, cycle } = input
  if (certification === null) return null
  const { issuedOn, expiresOn } = certification
  const days = [
    issuedOn,
    ...statusPeriods.flatMap(({ startsOn, endsOn }) =>
      endsOn ? [startsOn, addDays(endsOn, 1)] : [startsOn],
    ),
    ...(expiresOn ? [renewalOpening(rule, expiresOn).opensOn, addDays(expiresOn, 1)] : []),
    ...(expiresOn ? lateStepEnds(rule, expiresOn).map((day) => addDays(day, 1)) : []),
    ...(input.atRiskFrom ? [input.atRiskFrom] : []),
    ...(cycle.kind === 'known' ? [addDays(cycle.endsOn, 1)] : []),
  ]
  const now = standingOn(input, today)
  const ahead = days.filter((day) => day > today).sort(compareDates)
  return ahead.find((day) => standingOn(input, day) !== now) ?? null
}
