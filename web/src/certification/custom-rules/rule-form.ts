import type { RuleVersionInput } from '@alongside/shared/certification/custom-rules/rule-version-input'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import type { RuleChangeInput } from '../../generated/graphql.ts'
import type { Rule } from '../rules/rule-speech.ts'
import { partsInput, type PartValues, partValues } from '../custom-rule-parts/part-form.ts'
import type { RuleInput } from '@alongside/shared/certification/custom-rule-parts/rule-input'

/** Rows of which the figure may still be open. */
export type MinimumRow = Omit<Rule['minimums'][number], 'amount'> & { amount: number | null }
export type PracticeRow = Pick<Rule['practice'][number], 'kind' | 'unit' | 'per'> & { amount: number | null }
export type LateRow = Pick<Rule['late'][number], 'withinDays' | 'status' | 'feeUsd'>

/** The form as it is typed: empty texts and nulls are fields left open. */
export interface RuleFormValues extends PartValues {
  /** Else cycles that are already running go by it too. */
  isFromDay: boolean
  effectiveFrom: string
  effectiveTo: string
  reason: string
  sourceUrl: string
  replacesVersionId: string
  cycleMonths: number | null
  expiryShape: Rule['expiry']['shape']
  month: number | null
  day: number | null
  everyYears: number | null
  anchorYear: number | null
  total: number | null
  totalUnit: 'HOURS' | 'COURSES'
  totalPer: 'CYCLE' | 'YEAR'
  yearKind: NonNullable<Rule['total']>['yearKind']
  minimums: MinimumRow[]
  practice: PracticeRow[]
  maxCarryOver: number | null
  opensDaysBefore: number | null
  dueDaysBefore: number | null
  late: LateRow[]
  feeUsd: number | null
}

/** The form filled with the rule as it stands. */
export function formOf(rule: Rule, effectiveFrom: string, replacesVersionId: string): RuleFormValues {
  const { cycleMonths, expiry, total, minimums, practice, maxCarryOver, submission, late, feeUsd } = rule
  const { shape, month, day, everyYears, anchorYear } = expiry
  return {
    isFromDay: effectiveFrom !== '',
    effectiveFrom,
    effectiveTo: '',
    reason: '',
    sourceUrl: '',
    replacesVersionId,
    cycleMonths,
    expiryShape: shape,
    month,
    day,
    everyYears,
    anchorYear,
    total: total?.amount ?? null,
    totalUnit: total?.unit === 'COURSES' ? 'COURSES' : 'HOURS',
    totalPer: total?.per === 'YEAR' ? 'YEAR' : 'CYCLE',
    yearKind: total?.yearKind ?? 'UNKNOWN',
    minimums: minimums.map((each) => ({ ...each })),
    practice: practice.map(({ kind, amount, unit, per }) => ({ kind, amount, unit, per })),
    maxCarryOver,
    opensDaysBefore: submission.opensDaysBefore,
    dueDaysBefore: submission.dueDaysBefore,
    late: late.map(({ withinDays, feeUsd: fee, status }) => ({ withinDays, feeUsd: fee, status })),
    feeUsd,
    ...partValues(rule),
  }
}

export function emptyMinimum(): MinimumRow {
  const open = { within: null, everyMonths: null, onlyIf: null, overlaps: false, once: false }
  return { category: 'ETHICS', amount: null, unit: 'HOURS', ...open }
}

/** What is sent: the names of the API's lists. */
export function changeOf(credentialId: string, values: RuleFormValues): RuleChangeInput {
  const { sourceUrl, replacesVersionId } = values
  return {
    credentialId,
    ...daysOf(values),
    reason: values.reason,
    sourceUrl: sourceUrl.trim() || null,
    replacesVersionId: replacesVersionId || null,
    rule: {
      ...parts(values),
      ...partsInput(values),
      minimums: values.minimums.map((each) => ({ ...each, amount: each.amount ?? 0 })),
      practice: values.practice.map((each) => ({ ...each, amount: each.amount ?? 0 })),
    },
  }
}

function daysOf({ isFromDay, effectiveFrom, effectiveTo }: RuleFormValues) {
  return { effectiveFrom: (isFromDay && effectiveFrom) || null, effectiveTo: effectiveTo || null }
}

/** A blank day would make it count for everybody at once. */
export function missingDay({ isFromDay, effectiveFrom }: RuleFormValues): ValidationError[] {
  return isFromDay && effectiveFrom === '' ? [{ field: 'effectiveFrom', problem: 'required' }] : []
}

function parts(values: RuleFormValues) {
  const { cycleMonths, expiryShape, total, totalUnit, totalPer, yearKind, maxCarryOver } = values
  const { opensDaysBefore, dueDaysBefore, late, feeUsd } = values
  const isDate = expiryShape === 'FIXED_DATE'
  const { month, day, everyYears, anchorYear } = values
  return {
    cycleMonths,
    expiryShape,
    commonDate: isDate ? { month: month ?? 0, day: day ?? 0, everyYears: everyYears ?? 1, anchorYear } : null,
    total:
      total === null
        ? null
        : {
            amount: total,
            unit: totalUnit,
            per: totalPer,
            yearKind: totalPer === 'YEAR' ? yearKind : ('UNKNOWN' as const),
          },
    maxCarryOver,
    opensDaysBefore,
    dueDaysBefore,
    late,
    feeUsd,
  }
}

/** The same input in the words of the shared rule, which are the API's in small letters. */
export function checkedInput(values: RuleFormValues): RuleVersionInput {
  const { rule } = changeOf('', values)
  const { reason, sourceUrl } = values
  return {
    ...daysOf(values),
    reason,
    sourceUrl: sourceUrl.trim() || null,
    rule: inSmallLetters(rule) as RuleInput,
  }
}

/** Texts, and lists that the shared rule writes in capitals as well. */
const AS_THEY_ARE: readonly string[] = ['modes', 'earnedBy', 'contents', 'from', 'sponsor', 'audit', 'text']

function inSmallLetters(part: unknown): unknown {
  if (typeof part === 'string') return part.toLowerCase().replaceAll('_', '-')
  if (Array.isArray(part)) return part.map(inSmallLetters)
  if (part === null || typeof part !== 'object') return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      AS_THEY_ARE.includes(key) ? value : inSmallLetters(value),
    ]),
  )
}

/** Figures that a row cannot do without. */
export function missingFigures({ minimums, practice, conversions }: RuleFormValues): ValidationError[] {
  const of = <Part extends string>(name: string, part: Part, rows: readonly Record<Part, number | null>[]) =>
    rows.flatMap((row, place): ValidationError[] =>
      row[part] === null ? [{ field: `rule.${name}.${place}.${part}`, problem: 'required' }] : [],
    )
  return [
    ...of('minimums', 'amount', minimums),
    ...of('practice', 'amount', practice),
    ...of('conversions', 'hours', conversions),
  ]
}
