/** Gives the hours of each credit to the minimums that do not share them, so that as much as possible is met. */
import { CeCategory } from '../catalogue/ce-category.ts'
import type { CategoryMinimum } from '../rules/asked.ts'
import { QUARTERS_PER_HOUR } from './credit-hours.ts'
import { groupsOf, type CreditedHours } from './credit-groups.ts'
import { FlowNetwork } from './maximum-flow.ts'

type Minimum = Pick<CategoryMinimum, 'category' | 'amount' | 'within'>

/** How many hours a minimum gets, and from which group of credits (see credit-groups). */
export interface GivenHours {
  readonly hours: number
  readonly byGroup: ReadonlyMap<string, number>
}

const SOURCE = 0
const SINK = 1

/**
 * The hours that each minimum gets, by category. Credits that can serve the same categories under the same ceiling
 * are put together first, so the order in which they were entered cannot matter. Where there are too few hours for
 * all, the more particular minimum is filled first: nested ones, then the others as the rule lists them, 'any' last.
 */
export function assignHours(
  minimums: readonly Minimum[],
  credits: readonly CreditedHours[],
): ReadonlyMap<CeCategory, GivenHours> {
  if (minimums.length === 0) return new Map()
  const network = new FlowNetwork()
  const nodeOf = new Map(minimums.map(({ category }, place) => [category, place + 2]))
  const edges = connectGroups(network, minimums, nodeOf, credits)
  const got = new Map<CeCategory, number>()
  const give = (category: CeCategory, quarters: number): void => {
    const edge = network.connect(nodeOf.get(category) ?? SINK, SINK, Math.max(0, quarters))
    network.fill(SOURCE, SINK)
    got.set(category, (got.get(category) ?? 0) + network.flowOf(edge))
  }
  for (const minimum of inOrderOfNeed(minimums)) {
    const nested = nestedSum(minimum, minimums, ({ amount }) => quartersOf(amount))
    give(minimum.category, quartersOf(minimum.amount) - nested)
  }
  for (const minimum of minimums.filter((minimum) => nestedIn(minimum, minimums).length > 0)) {
    const nested = nestedSum(minimum, minimums, ({ category }) => got.get(category) ?? 0)
    // Other hours of the category may take the place that its nested minimum could not fill.
    give(minimum.category, quartersOf(minimum.amount) - nested - (got.get(minimum.category) ?? 0))
    got.set(minimum.category, nested + (got.get(minimum.category) ?? 0))
  }
  return new Map(
    [...got].map(([category, quarters]) => {
      const inside = nestedIn({ category }, minimums).map((nested) => nested.category)
      const byGroup = new Map<string, number>()
      for (const { group, edge } of edges.filter((edge) => [category, ...inside].includes(edge.category))) {
        byGroup.set(group, (byGroup.get(group) ?? 0) + hoursIn(network.flowOf(edge)))
      }
      return [category, { hours: hoursIn(quarters), byGroup }]
    }),
  )
}

interface GroupEdge {
  readonly group: string
  readonly category: CeCategory
  readonly edge: number
}

/** From the source over the ceilings to the groups of credits, and on to each minimum that a group can serve. */
function connectGroups(
  network: FlowNetwork,
  minimums: readonly Minimum[],
  nodeOf: ReadonlyMap<CeCategory, number>,
  credits: readonly CreditedHours[],
): GroupEdge[] {
  const ceilingNodes = new Map<string, number>()
  let lastNode = minimums.length + 1
  return groupsOf(credits).flatMap(({ name: group, categories, ceiling, hours }) => {
    if (ceiling !== null && !ceilingNodes.has(ceiling.name)) {
      ceilingNodes.set(ceiling.name, ++lastNode)
      network.connect(SOURCE, lastNode, quartersOf(ceiling.hours))
    }
    const node = ++lastNode
    const from = ceiling === null ? SOURCE : (ceilingNodes.get(ceiling.name) ?? SOURCE)
    network.connect(from, node, quartersOf(hours))
    return minimums
      .filter((minimum) => serves(categories, minimum, minimums))
      .map(({ category }) => {
        const edge = network.connect(node, nodeOf.get(category) ?? SINK, quartersOf(hours))
        return { group, category, edge }
      })
  })
}

const hoursIn = (quarters: number): number => quarters / QUARTERS_PER_HOUR
const quartersOf = (hours: number): number => Math.round(hours * QUARTERS_PER_HOUR)

function serves(categories: readonly string[], minimum: Minimum, all: readonly Minimum[]): boolean {
  if (minimum.category === CeCategory.ANY || categories.includes(minimum.category)) return true
  return nestedIn(minimum, all).some(({ category }) => categories.includes(category))
}

const nestedIn = (minimum: Pick<Minimum, 'category'>, all: readonly Minimum[]): Minimum[] =>
  all.filter(({ within }) => within === minimum.category)

const nestedSum = (minimum: Minimum, all: readonly Minimum[], amount: (nested: Minimum) => number): number =>
  nestedIn(minimum, all).reduce((sum, nested) => sum + amount(nested), 0)

function inOrderOfNeed(minimums: readonly Minimum[]): Minimum[] {
  const rank = ({ within, category }: Minimum): number =>
    within !== null ? 0 : category === CeCategory.ANY ? 2 : 1
  return [...minimums].sort((one, other) => rank(one) - rank(other))
}
