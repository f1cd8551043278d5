/** The whole rule that an organization's own version stands for: what it wrote, and the rest as it stood before. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { UNKNOWN_RULE, type RenewalRule } from '../rules/renewal-rule.ts'
import type { CategoryMinimum } from '../rules/asked.ts'
import type { ExpiryRule } from '../rules/terms.ts'
import { UnreadKind } from '../rules/unread-part.ts'
import { wholeException, wholeLimit, wholeProof } from '../custom-rule-parts/whole-parts.ts'
import type { EffectiveDays } from './rule-version-input.ts'
import type { MinimumInput, RuleInput } from '../custom-rule-parts/rule-input.ts'

/** The parts of a rule that are kept of a version; which credential it is for, and when, stands beside them in its row. */
export type KeptRule = Omit<
  RenewalRule,
  'credentialId' | 'version' | 'origin' | 'effectiveFrom' | 'effectiveTo' | 'effectWasRead'
>

/** Where the organization read it; null where it names no page. */
export interface OwnSource {
  readonly url: string
  readonly readOn: PlainDate
}

export function keptRule(before: RenewalRule, input: RuleInput, source: OwnSource | null): KeptRule {
  const { total } = input
  const submission = {
    ...before.submission,
    opensDaysBefore: input.opensDaysBefore ?? null,
    dueDaysBefore: input.dueDaysBefore ?? null,
  }
  const practice = input.practice.map((asked) => {
    const same = before.practice.find(({ kind, unit }) => kind === asked.kind && unit === asked.unit)
    return { ...asked, longSessions: same?.longSessions ?? null }
  })
  return {
    ...before,
    cycleMonths: input.cycleMonths ?? null,
    // A choice of lengths belongs to the length that was written before.
    cycleChoices: input.cycleMonths === before.cycleMonths ? before.cycleChoices : [],
    expiry: expiryOf(before.expiry, input),
    total: total ? { ...total, insteadIf: before.total?.insteadIf ?? null } : null,
    minimums: input.minimums.map(wholeMinimum),
    practice,
    maxCarryOver: input.maxCarryOver ?? null,
    submission,
    late: lateOf(before.late, input),
    feeUsd: input.feeUsd ?? null,
    limits: input.limits?.map(wholeLimit) ?? before.limits,
    conversions: input.conversions ?? before.conversions,
    papers: input.papers ?? before.papers,
    proof: input.proof ? wholeProof(input.proof) : before.proof,
    exceptions: input.exceptions?.map(wholeException) ?? before.exceptions,
    provenance: source
      ? { ...source, title: null, date: null, confidence: 'secondary', otherUrls: [] }
      : null,
    unread: before.unread.filter(({ kind }) => !isAnsweredBy(input, kind)),
  }
}

/** A kept version as the engine reads it; parts that rules did not have when it was kept are those of no rule. */
export function customRule(
  kept: Partial<KeptRule>,
  of: EffectiveDays & { readonly credentialId: string; readonly version: number; readonly reason: string },
): RenewalRule {
  const { credentialId, version, reason, effectiveFrom = null, effectiveTo = null } = of
  const origin = { kind: 'organization', reason } as const
  return {
    ...UNKNOWN_RULE,
    ...kept,
    credentialId,
    version,
    origin,
    effectiveFrom,
    effectiveTo,
    effectWasRead: true,
  }
}

function expiryOf(before: ExpiryRule, { expiryShape, commonDate }: RuleInput): ExpiryRule {
  if (expiryShape !== 'fixed-date') return { shape: expiryShape }
  const onWorkingDay = before.shape === 'fixed-date' ? before.onWorkingDay : 'as-it-falls'
  const { month = 1, day = 1, everyYears = 1, anchorYear = null } = commonDate ?? {}
  return { shape: expiryShape, month, day, everyYears, anchorYear, onWorkingDay }
}

function wholeMinimum(minimum: MinimumInput): CategoryMinimum {
  const { category, amount, unit, within, overlaps, everyMonths, once, onlyIf } = minimum
  const periods = { everyMonths: everyMonths ?? null, once: once ?? false, onlyIf: onlyIf ?? null }
  return { category, amount, unit, within: within ?? null, overlaps: overlaps ?? false, ...periods }
}

/** A step that stays as it was keeps what was read of it. */
function lateOf(before: RenewalRule['late'], { late }: RuleInput): RenewalRule['late'] {
  return late.map(({ withinDays = null, feeUsd = null, status }) => {
    const same = before.find((step) => step.withinDays === withinDays && step.status === status)
    const read = same ?? { needsHoursComplete: false, owesMissedYears: false, again: [], text: '' }
    return { ...read, withinDays, feeUsd, status }
  })
}

/** What could not be read is answered once the organization has written it. */
function isAnsweredBy(input: RuleInput, kind: UnreadKind): boolean {
  if (kind === UnreadKind.CYCLE_LENGTH) return input.cycleMonths != null
  if (kind === UnreadKind.EXPIRY) return input.expiryShape !== 'unknown'
  if (kind === UnreadKind.KIND_OF_YEAR) return input.total?.yearKind !== 'unknown'
  return kind === UnreadKind.TOTAL && input.total != null
}
