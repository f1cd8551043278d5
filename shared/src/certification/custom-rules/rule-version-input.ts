/** What is refused of a version that an organization publishes: its days, its reason, and days that another one has. */
import { addYears, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { textRefusals, type Refusal } from '../../validation/refusal.ts'
import { ruleRefusals, type RuleInput } from './rule-input.ts'

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
export function ruleVersionRefusals(
  input: RuleVersionInput,
  others: readonly EffectiveDays[],
  today: PlainDate,
): Refusal[] {
  return [
    ...reasonRefusals(input.reason),
    ...sourceRefusals(input.sourceUrl),
    ...daysRefusals(input, today),
    ...overlapRefusals(input, others),
    ...ruleRefusals(input.rule),
  ]
}

export function reasonRefusals(reason: string): Refusal[] {
  if (reason.trim() === '') return [{ field: 'reason', problem: 'required' }]
  return textRefusals('reason', reason.trim(), REASON_LIMIT)
}

function sourceRefusals(sourceUrl: string | null | undefined): Refusal[] {
  if (!sourceUrl) return []
  const isPage = /^https:\/\/[^\s/]+\.[^\s]+$/.test(sourceUrl)
  return isPage
    ? textRefusals('sourceUrl', sourceUrl, SOURCE_LIMIT)
    : [{ field: 'sourceUrl', problem: 'not-a-page' }]
}

function daysRefusals(input: EffectiveDays, today: PlainDate): Refusal[] {
  const latest = addYears(today, AHEAD_YEARS)
  const refusals = (['effectiveFrom', 'effectiveTo'] as const).flatMap((field): Refusal[] => {
    const day = input[field]
    if (day == null) return []
    if (!isPlainDate(day)) return [{ field, problem: 'not-a-date' }]
    if (day < OLDEST_VERSION) return [{ field, problem: 'too-long-ago', limit: OLDEST_VERSION }]
    return day > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
  })
  const { effectiveFrom: from, effectiveTo: to } = input
  if (refusals.length > 0 || from == null || to == null || from <= to) return refusals
  return [{ field: 'effectiveTo', problem: 'before-its-start', limit: from }]
}

function overlapRefusals(input: EffectiveDays, others: readonly EffectiveDays[]): Refusal[] {
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
