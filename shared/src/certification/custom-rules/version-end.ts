/** The end of a version that an organization published: set, changed until its day has come, or taken back. */
import { addDays, addYears, type PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import type { CustomVersion } from './custom-versions.ts'
import { AHEAD_YEARS, validateReason, shareDays, type EffectiveDays } from './rule-version-input.ts'

export interface VersionEndInput {
  /** Cycles that begin until then keep the version; null: none does. */
  readonly countsUntil?: PlainDate | null
  /** The version goes on as if no end had been set. */
  readonly isUndone?: boolean
  readonly reason: string
}

/** An end stands for good once its day is over, or where it left no day at all. */
export function canChangeEnd(
  { isWithdrawn, countsUntil }: Pick<CustomVersion, 'isWithdrawn' | 'countsUntil'>,
  today: PlainDate,
): boolean {
  return !isWithdrawn || (countsUntil !== null && countsUntil >= today)
}

export function withEnd<Version extends CustomVersion>(version: Version, input: VersionEndInput): Version {
  const { isUndone = false, countsUntil = null } = input
  return { ...version, isWithdrawn: !isUndone, countsUntil: isUndone ? null : countsUntil }
}

/** `others` are the days of the versions beside it: an end that moves on cannot take them. */
export function validateVersionEnd(
  version: CustomVersion,
  input: VersionEndInput,
  others: readonly EffectiveDays[],
  today: PlainDate,
): ValidationError[] {
  return [...validateReason(input.reason), ...validateDay(version, input, others, today)]
}

function validateDay(
  { isWithdrawn, effectiveFrom: from, effectiveTo: to }: CustomVersion,
  { countsUntil = null, isUndone = false }: VersionEndInput,
  others: readonly EffectiveDays[],
  today: PlainDate,
): ValidationError[] {
  const field = 'countsUntil'
  if (isUndone && (countsUntil !== null || !isWithdrawn)) return [{ field, problem: 'does-not-add-up' }]
  // An end is never edited: a slip of the pen would keep the credential's days for years.
  const latest = addYears(today, AHEAD_YEARS)
  if (countsUntil !== null && countsUntil > latest)
    return [{ field, problem: 'too-far-ahead', limit: latest }]
  if (countsUntil !== null && from !== null && countsUntil < from)
    return [{ field, problem: 'before-its-start', limit: from }]
  if (countsUntil !== null && to !== null && countsUntil >= to)
    return [{ field, problem: 'too-far-ahead', limit: addDays(to, -1) }]
  if (countsUntil === null && !isUndone) return []
  const days = { effectiveFrom: from, effectiveTo: isUndone ? to : countsUntil }
  const other = others.find((each) => shareDays(days, each))
  const limit = other?.effectiveFrom ?? other?.effectiveTo
  return other ? [{ field, problem: 'overlaps', ...(limit == null ? {} : { limit }) }] : []
}
