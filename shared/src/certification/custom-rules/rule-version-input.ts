/** What is refused of a version that an organization publishes: its days, its reason, and days that another one has. */
import { isBlank, isWebAddress } from '../../validation/one-line.ts'
import { addYears, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'
import { validateRule } from './rule-input.ts'
import type { RuleInput } from '../custom-rule-parts/rule-input.ts'

export const REASON_LIMIT = 500
export const SOURCE_LIMIT = 500
/** No rule that a peer of today was certified under is older, and none is decided so far ahead. */
export const OLDEST_VERSION = '1990-01-01'
export const AHEAD_YEARS = 10

/** The cycles that a version is for: those that begin in these days; null: without that end. */
export interface EffectiveDays {
  readonly effectiveFrom?: PlainDate | null
  readonly effectiveTo?: PlainDate | null
}

export interface RuleVersionInput extends EffectiveDays {
  readonly reason: string
  readonly sourceUrl?: string | null
  readonly rule: RuleInput
}

/** `others` are the organization's versions of the same credential that are in force and stay so. */
export function validateRuleVersion(
  input: RuleVersionInput,
  others: readonly EffectiveDays[],
  today: PlainDate,
): ValidationError[] {
  return [
    ...validateReason(input.reason),
    ...validateSource(input.sourceUrl),
    ...validateDays(input, today),
    ...validateOverlap(input, others),
    ...validateRule(input.rule),
  ]
}

export function validateReason(reason: string): ValidationError[] {
  if (isBlank(reason)) return [{ field: 'reason', problem: 'required' }]
  return validateText('reason', reason.trim(), REASON_LIMIT)
}

function validateSource(sourceUrl: string | null | undefined): ValidationError[] {
  if (!sourceUrl) return []
  return isWebAddress(sourceUrl, { isSecure: true })
    ? validateText('sourceUrl', sourceUrl, SOURCE_LIMIT)
    : [{ field: 'sourceUrl', problem: 'not-a-page' }]
}

function validateDays(input: EffectiveDays, today: PlainDate): ValidationError[] {
  const latest = addYears(today, AHEAD_YEARS)
  const validationErrors = (['effectiveFrom', 'effectiveTo'] as const).flatMap((field): ValidationError[] => {
    const day = input[field]
    if (day == null) return []
    if (!isPlainDate(day)) return [{ field, problem: 'not-a-date' }]
    if (day < OLDEST_VERSION) return [{ field, problem: 'too-long-ago', limit: OLDEST_VERSION }]
    return day > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
  })
  const { effectiveFrom: from, effectiveTo: to } = input
  if (validationErrors.length > 0 || from == null || to == null || from <= to) return validationErrors
  return [{ field: 'effectiveTo', problem: 'before-its-start', limit: from }]
}

function validateOverlap(input: EffectiveDays, others: readonly EffectiveDays[]): ValidationError[] {
  const other = others.find((each) => shareDays(input, each))
  if (!other) return []
  const limit = other.effectiveFrom ?? other.effectiveTo
  return [{ field: 'effectiveFrom', problem: 'overlaps', ...(limit == null ? {} : { limit }) }]
}

export function shareDays(one: EffectiveDays, other: EffectiveDays): boolean {
  return startsInTime(one, other) && startsInTime(other, one)
}

function startsInTime({ effectiveFrom: from }: EffectiveDays, { effectiveTo: to }: EffectiveDays): boolean {
  return from == null || to == null || from <= to
}
