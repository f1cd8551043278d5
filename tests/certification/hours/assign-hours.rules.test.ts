import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { assignHours } from '@alongside/shared/certification/hours/assign-hours'
import type { CreditedHours } from '@alongside/shared/certification/hours/credit-groups'
import { FlowNetwork } from '@alongside/shared/certification/hours/maximum-flow'
import type { CategoryMinimum } from '@alongside/shared/certification/rules/asked'
import { CASES, PROPERTY_TIMEOUT_MS } from '../rules/any-rule.ts'

function minimum(category: CeCategory, amount: number, within: CeCategory | null = null): CategoryMinimum {
  const inEachCycle = { overlaps: false, everyMonths: null, once: false, onlyIf: null }
  return { category, amount, unit: 'hours', within, ...inEachCycle }
}

/** The most quarters that can be met, by trying every place for every quarter hour of every credit. */
function bruteForce(minimums: readonly CategoryMinimum[], credits: readonly CreditedHours[]): number {
  const quarters = credits.flatMap(({ hours, categories }) =>
    Array.from({ length: hours * 4 }, () => categories),
  )
  const best = (place: number, open: readonly number[]): number => {
    const categories = quarters[place]
    if (!categories) return 0
    const served = minimums.flatMap(({ category }, index) =>
      (open[index] ?? 0) > 0 && (category === 'any' || categories.includes(category)) ? [index] : [],
    )
    const gains = served.map((index) => 1 + best(place + 1, open.with(index, (open[index] ?? 0) - 1)))
    return Math.max(best(place + 1, open), ...gains)
  }
  return best(
    0,
    minimums.map(({ amount }) => amount * 4),
  )
}

const quarterHours = (most: number) => fc.integer({ min: 1, max: most }).map((quarters) => quarters / 4)
const categories = ['ethics', 'boundaries', 'trauma', 'any'] as const
const smallMinimums = fc
  .subarray([...categories], { minLength: 1 })
  .chain((chosen) =>
    fc.tuple(...chosen.map((category) => quarterHours(4).map((hours) => minimum(category, hours)))),
  )
const smallCredits = fc.array(
  fc.record({ categories: fc.subarray([...categories], { maxLength: 3 }), hours: quarterHours(2) }),
  { maxLength: 4 },
)

/** The hours that each minimum gets. */
function hoursFor(minimums: readonly CategoryMinimum[], credits: readonly CreditedHours[]) {
  return new Map([...assignHours(minimums, credits)].map(([category, { hours }]) => [category, hours]))
}

describe('hours given to minimums that do not share them', () => {
  it('are moved so that both are met, whichever was entered first', () => {
    const minimums = [minimum('ethics', 3), minimum('boundaries', 3)]
    const either = { categories: ['ethics', 'boundaries'], hours: 3 } as const
    const ethics = { categories: ['ethics'], hours: 3 } as const
    for (const credits of [
      [either, ethics],
      [ethics, either],
    ]) {
      expect(Object.fromEntries(hoursFor(minimums, credits))).toEqual({ ethics: 3, boundaries: 3 })
    }
  })

  it('split one course between two', () => {
    const both = { categories: ['ethics', 'boundaries'], hours: 2.5 } as const
    const got = hoursFor([minimum('ethics', 1.25), minimum('boundaries', 1.25)], [both])
    expect(Object.fromEntries(got)).toEqual({ ethics: 1.25, boundaries: 1.25 })
  })

  it('fill a nested minimum before the rest of its parent', () => {
    const minimums = [minimum('peer-practice', 20), minimum('ethics', 6, 'peer-practice')]
    const got = hoursFor(minimums, [
      { categories: ['peer-practice'], hours: 20 },
      { categories: ['ethics'], hours: 4 },
    ])
    expect(Object.fromEntries(got)).toEqual({ 'peer-practice': 20, ethics: 4 })
  })

  it('go to the nested minimum first where there are too few for all', () => {
    const minimums = [
      minimum('peer-practice', 20),
      minimum('ethics', 6, 'peer-practice'),
      minimum('core-functions', 10),
    ]
    const got = hoursFor(minimums, [{ categories: ['ethics', 'core-functions'], hours: 6 }])
    expect(Object.fromEntries(got)).toEqual({ 'peer-practice': 6, ethics: 6, 'core-functions': 0 })
  })

  it(
    'meet as much as trying every possibility would',
    () => {
      fc.assert(
        fc.property(smallMinimums, smallCredits, (minimums, credits) => {
          const got = [...hoursFor(minimums, credits).values()].reduce((sum, hours) => sum + hours, 0)
          expect(got * 4).toBe(bruteForce(minimums, credits))
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'meet the first minimums as far as they could be met without the later ones',
    () => {
      fc.assert(
        fc.property(smallMinimums, smallCredits, (minimums, credits) => {
          const got = hoursFor(minimums, credits)
          const ordered = minimums.toSorted(
            (one, other) => Number(one.category === 'any') - Number(other.category === 'any'),
          )
          ordered.forEach((_, place) => {
            const first = ordered.slice(0, place + 1)
            const sum = first.reduce((hours, { category }) => hours + (got.get(category) ?? 0), 0)
            expect(sum * 4).toBe(bruteForce(first, credits))
          })
        }),
        { numRuns: CASES / 2 },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})

describe('the largest flow', () => {
  it('takes a first choice back where another way carries more', () => {
    const network = new FlowNetwork()
    const [source, a, b, c, sink] = [0, 1, 2, 3, 4]
    network.connect(source, a, 1)
    network.connect(source, b, 1)
    network.connect(a, c, 1)
    network.connect(b, c, 1)
    const around = network.connect(a, sink, 1)
    const through = network.connect(c, sink, 1)
    network.fill(source, sink)
    expect([network.flowOf(around), network.flowOf(through)]).toEqual([1, 1])
  })
})
