/** What another page says of a part of a rule: shown beside it, with its source. */
import type { CeCategory } from '../catalogue/ce-category.ts'
import type { Provenance } from '../catalogue/provenance.ts'
import type { AmountUnit, CategoryMinimum } from './asked.ts'

export type ReadingPart =
  | { readonly kind: 'cycle'; readonly months: number }
  | {
      readonly kind: 'total'
      readonly amount: number
      readonly unit: Exclude<AmountUnit, 'sessions'>
      /** Null: over what time was not said. */
      readonly per: 'cycle' | 'year' | null
    }
  | { readonly kind: 'minimum'; readonly category: CeCategory; readonly amount: number }
  | { readonly kind: 'common-date'; readonly month: number; readonly day: number }
  | { readonly kind: 'fee'; readonly usd: number }
  /** So many hours of the total at most without meeting in person. */
  | { readonly kind: 'online-most'; readonly hours: number }

export interface OtherReading {
  readonly says: readonly ReadingPart[]
  readonly source: Provenance
}

/** Where two official pages disagree, the larger amount decides: nothing is met by the smaller one alone. */
export function largestTotal(amount: number, readings: readonly OtherReading[]): number {
  const others = readings.flatMap(({ says }) =>
    says.flatMap((part) => (part.kind === 'total' ? [part.amount] : [])),
  )
  return Math.max(amount, ...others)
}

export function largestMinimum(minimum: CategoryMinimum, readings: readonly OtherReading[]): CategoryMinimum {
  const others = minimumsIn(readings).filter(({ category }) => category === minimum.category)
  return { ...minimum, amount: Math.max(minimum.amount, ...others.map(({ amount }) => amount)) }
}

/** Minimums that only the other page has. They may share their hours: the page does not say. */
export function furtherMinimums(
  minimums: readonly CategoryMinimum[],
  readings: readonly OtherReading[],
): CategoryMinimum[] {
  const further = minimumsIn(readings).filter(
    ({ category }) => !minimums.some((minimum) => minimum.category === category),
  )
  return further.map(({ category, amount }) => ({
    category,
    amount,
    unit: 'hours',
    within: null,
    overlaps: true,
    everyMonths: null,
    once: false,
    onlyIf: null,
  }))
}

function minimumsIn(readings: readonly OtherReading[]) {
  return readings.flatMap(({ says }) => says.filter((part) => part.kind === 'minimum'))
}
