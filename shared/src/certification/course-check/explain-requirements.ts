/** Which credits stand behind each figure of a renewal, how much of each, and why not the rest. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { renewalCaseOf, type CertificationRecord } from '../status/assess-certification.ts'
import type { CeCredit } from '../hours/ce-credit.ts'
import { groupNameOf } from '../hours/credit-groups.ts'
import { askedLines, type LineToMeasure } from '../requirements/asked-lines.ts'
import {
  countHours,
  isShared,
  servesLine,
  type CountedHours,
  type CountingCredit,
} from '../requirements/counted-hours.ts'
import type { RequirementResult } from '../requirements/requirement-result.ts'
import { requirementsOf } from '../requirements/requirements.ts'
import type { CountReason, CreditOutcome, RequirementExplained } from './credit-outcome.ts'

/** One for each requirement, in the same order as the assessment gives them; practice rests on no credits. */
export function explainRequirements(record: CertificationRecord, today: PlainDate): RequirementExplained[] {
  const renewalCase = renewalCaseOf(record, today)
  const asked = askedLines(renewalCase)
  const lines = asked.filter((line) => line.kind === 'to-measure')
  return requirementsOf(renewalCase, today).map((result, place) => {
    const line = asked[place]
    if (line === undefined) return { result, credits: [] }
    if (line.kind !== 'to-measure')
      return { result, credits: record.credits.map((credit) => without(credit, result)) }
    const hours = countHours(renewalCase, line.window, lines, today, false)
    const counted = outcomesOf(line, hours)
    return { result, credits: record.credits.map((credit) => counted.get(credit) ?? without(credit, result)) }
  })
}

function without(credit: CeCredit, { kind }: RequirementResult): CreditOutcome {
  return { credit, counted: 0, reasons: [{ kind: kind === 'unknown' ? 'rule-not-read' : 'not-needed' }] }
}

/** The hours of a group, and those under a ceiling, are given to its credits in the order of their days. */
function outcomesOf(line: LineToMeasure, hours: CountedHours): Map<CeCredit, CreditOutcome> {
  const counting = new Map(hours.counting.map((each) => [each.counted.credit, each]))
  const leftInGroup = new Map(line.minimum === null ? [] : hours.given.get(line.minimum.category)?.byGroup)
  const leftUnderCeiling = new Map<string, number>()
  return new Map(
    hours.credits.map(({ credit, notes }) => {
      const each = counting.get(credit)
      if (each === undefined) return [credit, { credit, counted: 0, reasons: notes }]
      if (!servesLine(line, each) && !leftInGroup.get(groupNameOf(each))) {
        return [credit, { credit, counted: 0, reasons: [{ kind: 'other-category' }] }]
      }
      if (line.unit === 'courses') return [credit, { credit, counted: 1, reasons: notes }]
      const isGiven = line.minimum !== null && isShared(line.minimum)
      const counted = isGiven
        ? take(leftInGroup, groupNameOf(each), each.hours, 0)
        : underCeiling(each, leftUnderCeiling)
      return [credit, { credit, counted, reasons: reasonsFor(each, counted, isGiven) }]
    }),
  )
}

function take(left: Map<string, number>, name: string, wanted: number, unlessKnown: number): number {
  const available = left.get(name) ?? unlessKnown
  const taken = Math.min(wanted, available)
  left.set(name, available - taken)
  return taken
}

function underCeiling({ ceiling = null, hours }: CountingCredit, left: Map<string, number>): number {
  return ceiling === null ? hours : take(left, ceiling.name, hours, ceiling.hours)
}

function reasonsFor({ counted, hours, limit }: CountingCredit, got: number, isGiven: boolean): CountReason[] {
  if (got === hours) return [...counted.notes]
  const rest: CountReason = isGiven || limit === null ? { kind: 'not-needed' } : { kind: 'limit', limit }
  return [...counted.notes, rest]
}
