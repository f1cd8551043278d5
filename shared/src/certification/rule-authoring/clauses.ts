/** Short ways to write the clauses that many rules share. */
import type { CeCategory } from '../catalogue/ce-category.ts'
import { DeliveryMode } from '../catalogue/delivery-mode.ts'
import { UnreadKind, type UnreadPart } from '../rules/unread-part.ts'
import type { CategoryMinimum, PracticeRequirement } from '../rules/asked.ts'
import type { CreditLimit } from '../rules/limits.ts'
import type { DatedException, ExpiryRule } from '../rules/terms.ts'
import type { TogetherRule } from '../rules/submission.ts'

export const NOT_IN_PERSON: readonly DeliveryMode[] = [DeliveryMode.LIVE_ONLINE, DeliveryMode.SELF_PACED]
export const LIVE: readonly DeliveryMode[] = [DeliveryMode.IN_PERSON, DeliveryMode.LIVE_ONLINE]

export function minimum(
  category: CeCategory,
  amount: number,
  more: Partial<CategoryMinimum> = {},
): CategoryMinimum {
  const plain: Omit<CategoryMinimum, 'category' | 'amount'> = {
    unit: 'hours',
    within: null,
    overlaps: false,
    everyMonths: null,
    once: false,
    onlyIf: null,
  }
  return { ...plain, category, amount, ...more }
}

export function practice(
  kind: PracticeRequirement['kind'],
  amount: number,
  unit: PracticeRequirement['unit'],
  per: PracticeRequirement['per'],
  longSessions: PracticeRequirement['longSessions'] = null,
): PracticeRequirement {
  return { kind, amount, unit, per, longSessions }
}

type ApprovedOnly = Extract<CreditLimit, { kind: 'approved-only' }>

export function approvedOnly(by: string, more: Partial<ApprovedOnly> = {}): CreditLimit {
  return { kind: 'approved-only', by, modes: null, petition: false, feeUsdPerHour: null, ...more }
}

/** Nothing that was read sets the hours of several certifications apart, unless the rule says so. */
export function together(withCredentials: readonly string[], more: Partial<TogetherRule> = {}): TogetherRule {
  const plain: Omit<TogetherRule, 'withCredentials'> = {
    hours: 'shared',
    sameExpiry: false,
    needsOneOf: [],
    furtherFeeUsd: null,
  }
  return { ...plain, withCredentials, ...more }
}

type CommonDate = Extract<ExpiryRule, { shape: 'fixed-date' }>

/** Every second year, and in the years of the holder, where nothing else is said. */
export function commonDate(month: number, day: number, more: Partial<CommonDate> = {}): CommonDate {
  const plain = { everyYears: 2, anchorYear: null, onWorkingDay: 'as-it-falls' } as const
  return { shape: 'fixed-date', month, day, ...plain, ...more }
}

export function exception(
  kind: DatedException['kind'],
  text: string,
  more: Partial<DatedException>,
): DatedException {
  return { dueFrom: null, dueTo: null, onlyIf: null, days: null, kind, text, ...more }
}

type Figures = Readonly<Record<string, number | null | undefined>>

/** What was read and is not counted; without a text a number, or what was not found at all. */
export function left(
  kind: UnreadKind,
  text: string | null = null,
  figures: Figures = {},
  category: UnreadPart['category'] = null,
): UnreadPart {
  const read = Object.entries(figures).flatMap(([name, value]) => (value == null ? [] : [{ name, value }]))
  return { kind, category, text: text || null, figures: read }
}

export const note = (text: string): UnreadPart => left(UnreadKind.NOTES, text)
