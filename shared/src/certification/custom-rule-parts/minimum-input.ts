/** What is refused of the minimums of a rule: those that cannot be met inside the total, or inside each other. */
import { validateWholeNumber, type ValidationError } from '../../validation/validation-error.ts'
import { CE_CATEGORIES, type CeCategory } from '../catalogue/ce-category.ts'
import type { AmountUnit } from '../rules/asked.ts'
import { HOLDER_CONDITIONS } from '../rules/holder-condition.ts'
import type { MinimumInput, RuleInput } from './rule-input.ts'

export const AMOUNT_MOST = 400
export const LONGEST_PERIOD_MONTHS = 240

/** Hours in quarters; courses and sessions whole. */
export function validateAmount(
  field: string,
  amount: number | null | undefined,
  unit: AmountUnit,
  least?: number,
): ValidationError[] {
  if (amount == null) return []
  const step = unit === 'hours' ? 0.25 : 1
  if (!Number.isFinite(amount)) return [{ field, problem: 'not-a-number' }]
  if (amount < (least ?? step)) return [{ field, problem: 'too-small', limit: least ?? step }]
  if (amount > AMOUNT_MOST) return [{ field, problem: 'too-large', limit: AMOUNT_MOST }]
  return amount % step === 0 ? [] : [{ field, problem: 'not-in-steps', limit: step }]
}

export function validateMinimum(rule: RuleInput): ValidationError[] {
  const { minimums } = rule
  const categories = minimums.map(({ category }) => category)
  return [
    ...(new Set(categories).size < categories.length
      ? [{ field: 'rule.minimums', problem: 'repeated' } as const]
      : []),
    ...minimums.flatMap((minimum, place) => validateOwn(minimum, `rule.minimums.${place}`)),
    ...minimums.flatMap((minimum, place) => validateNesting(minimum, `rule.minimums.${place}`, rule)),
    ...validateSum(rule),
  ]
}

function validateOwn(minimum: MinimumInput, field: string): ValidationError[] {
  const { category, amount, unit, everyMonths, once, onlyIf } = minimum
  return [
    ...(CE_CATEGORIES.includes(category)
      ? []
      : [{ field: `${field}.category`, problem: 'not-an-option' } as const]),
    ...validateAmount(`${field}.amount`, amount, unit),
    ...validateWholeNumber(`${field}.everyMonths`, everyMonths, 1, LONGEST_PERIOD_MONTHS),
    ...(once && everyMonths != null ? [{ field: `${field}.once`, problem: 'does-not-add-up' } as const] : []),
    ...(onlyIf != null && !HOLDER_CONDITIONS.includes(onlyIf)
      ? [{ field: `${field}.onlyIf`, problem: 'not-an-option' } as const]
      : []),
  ]
}

/** A minimum inside another one names one of the rule, not itself by any way round, and asks no more than it. */
function validateNesting(minimum: MinimumInput, field: string, { minimums }: RuleInput): ValidationError[] {
  const { within, amount, unit } = minimum
  if (within == null) return []
  const outer = minimums.find(({ category }) => category === within)
  if (!outer || isInsideItself(minimum, minimums)) {
    return [{ field: `${field}.within`, problem: 'not-an-option' }]
  }
  const isMore = outer.unit === unit && amount > outer.amount
  return isMore ? [{ field: `${field}.amount`, problem: 'too-large', limit: outer.amount }] : []
}

function isInsideItself({ category, within }: MinimumInput, minimums: readonly MinimumInput[]): boolean {
  const seen = new Set<CeCategory>()
  for (let next = within ?? null; next !== null && !seen.has(next);) {
    if (next === category) return true
    seen.add(next)
    next = minimums.find((other) => other.category === next)?.within ?? null
  }
  return false
}

/** Those of every cycle that share no hours must fit into the total together, the others each on their own. */
function validateSum({ total, cycleMonths, minimums }: RuleInput): ValidationError[] {
  if (!total) return []
  const years = total.per === 'year' && cycleMonths != null ? Math.max(1, Math.floor(cycleMonths / 12)) : 1
  const most = total.amount * years
  const inTotal = minimums.filter(({ unit, everyMonths }) => unit === total.unit && everyMonths == null)
  const sharing = inTotal.filter(({ once, onlyIf }) => !once && onlyIf == null)
  const sum = sharing
    .filter(({ overlaps, within }) => !overlaps && within == null)
    .reduce((hours, { amount }) => hours + amount, 0)
  if (sum > most) return [{ field: 'rule.minimums', problem: 'does-not-add-up', limit: most }]
  return minimums.flatMap((minimum, place) =>
    sharing.includes(minimum) && minimum.amount > most
      ? [{ field: `rule.minimums.${place}.amount`, problem: 'too-large', limit: most }]
      : [],
  )
}
