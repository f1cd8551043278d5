/** Gives the hours of each credit to the minimums that do not share them, so that as much as possible is met. */
import { CeCategory } from '../catalogue/ce-category.ts'
import type { CategoryMinimum } from '../rule/asked.ts'
import { FlowNetwork } from './maximum-flow.ts'

/** Hours are counted in whole quarters: no rounding can decide whether a minimum is met. */
export const QUARTERS_PER_HOUR = 4

export interface CreditedHours {
  readonly categories: readonly CeCategory[]
  readonly hours: number
}

const SOURCE = 0
const SINK = 1

/**
 * The hours that each minimum gets, by category. Credits that can serve the same categories are put together
 * first, so the order in which they were entered cannot matter. Where there are too few hours for all, the
 * more particular minimum is filled first: nested ones, then the others as the rule lists them, 'any' last.
 */
export function assignHours(
  minimums: readonly CategoryMinimum[],
  credits: readonly CreditedHours[],
): ReadonlyMap<CeCategory, number> {
  if (minimums.length === 0) return new Map()
  const network = new FlowNetwork()
  const nodeOf = new Map(minimums.map(({ category }, place) => [category, place + 2]))
  const groups = [...groupedQuarters(credits)].sort(([one], [other]) => (one < other ? -1 : 1))
  groups.forEach(([key, quarters], place) => {
    const group = minimums.length + 2 + place
    network.connect(SOURCE, group, quarters)
    for (const minimum of minimums.filter((minimum) => serves(key.split(' '), minimum, minimums))) {
      network.connect(group, nodeOf.get(minimum.category) ?? SINK, quarters)
    }
  })

  const got = new Map<CeCategory, number>()
  const give = (category: CeCategory, quarters: number): void => {
    const edge = network.connect(nodeOf.get(category) ?? SINK, SINK, Math.max(0, quarters))
    network.fill(SOURCE, SINK)
    got.set(category, (got.get(category) ?? 0) + network.flowOf(edge))
  }
  for (const minimum of inOrderOfNeed(minimums)) {
    give(
      minimum.category,
      quartersOf(minimum.amount) - nestedSum(minimum, minimums, ({ amount }) => quartersOf(amount)),
    )
  }
  for (const minimum of minimums.filter((minimum) => nestedIn(minimum, minimums).length > 0)) {
    const nested = nestedSum(minimum, minimums, ({ category }) => got.get(category) ?? 0)
    // Other hours of the category may take the place that its nested minimum could not fill.
    give(minimum.category, quartersOf(minimum.amount) - nested - (got.get(minimum.category) ?? 0))
    got.set(minimum.category, nested + (got.get(minimum.category) ?? 0))
  }
  return new Map([...got].map(([category, quarters]) => [category, quarters / QUARTERS_PER_HOUR]))
}

const quartersOf = (hours: number): number => Math.round(hours * QUARTERS_PER_HOUR)

function groupedQuarters(credits: readonly CreditedHours[]): Map<string, number> {
  const groups = new Map<string, number>()
  for (const { categories, hours } of credits) {
    const key = [...new Set(categories)].sort().join(' ')
    groups.set(key, (groups.get(key) ?? 0) + quartersOf(hours))
  }
  return groups
}

function serves(
  categories: readonly string[],
  minimum: CategoryMinimum,
  all: readonly CategoryMinimum[],
): boolean {
  if (minimum.category === CeCategory.ANY || categories.includes(minimum.category)) return true
  return nestedIn(minimum, all).some(({ category }) => categories.includes(category))
}

const nestedIn = (minimum: CategoryMinimum, all: readonly CategoryMinimum[]): CategoryMinimum[] =>
  all.filter(({ within }) => within === minimum.category)

const nestedSum = (
  minimum: CategoryMinimum,
  all: readonly CategoryMinimum[],
  amount: (nested: CategoryMinimum) => number,
): number => nestedIn(minimum, all).reduce((sum, nested) => sum + amount(nested), 0)

function inOrderOfNeed(minimums: readonly CategoryMinimum[]): CategoryMinimum[] {
  const rank = ({ within, category }: CategoryMinimum): number =>
    within !== null ? 0 : category === CeCategory.ANY ? 2 : 1
  return [...minimums].sort((one, other) => rank(one) - rank(other))
}
