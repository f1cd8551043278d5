import { blocksOf } from '@alongside/shared/wellness/crowd-figures/blocks'
import {
  countBandOf,
  CrowdShare,
  meanOf,
  medianOf,
  publish,
  type Respondent,
  shareOf,
} from '@alongside/shared/wellness/crowd-figures/crowd-figures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

// T5 Crowds only. A tenth of the generated cases here, all of them in the drills.

const RUNS = { numRuns: process.env['ALONGSIDE_DRILLS'] ? 10_000 : 1_000 }
const scale = fc.integer({ min: 1, max: 5 })
const answersOf = (felt: readonly number[], noticed: readonly number[]) => [
  { measure: 'WEEK_FELT', isShare: false, values: felt },
  { measure: 'ANGER', isShare: true, values: noticed },
]
const answers = fc
  .record({
    felt: fc.array(scale, { maxLength: 5 }),
    noticed: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 5 }),
  })
  .map(({ felt, noticed }) => answersOf(felt, noticed))
const respondents = fc
  .array(fc.record({ teamId: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }), answers }), {
    maxLength: 50,
  })
  .map((all) => all.map((each, index): Respondent => ({ id: `p${index}`, ...each })))
const smallestGroup = fc.integer({ min: 5, max: 9 })

/** What can be seen without any figure: which blocks, which measures in them, how many people. */
const patternOf = (published: ReturnType<typeof publish>) =>
  published.blocks.map(({ kind, teamIds, countBand, figures }) => ({
    kind,
    teamIds,
    countBand,
    measures: figures.map(({ measure }) => measure),
  }))
const house = (values: readonly number[]): Respondent[] =>
  values.map((value, index) => ({
    id: `p${index}`,
    teamId: 'a',
    answers: answersOf([value], [value > 3 ? 1 : 0]),
  }))

describe('T5 Crowds only: what is said of a block', () => {
  it('takes the median of one person, and half between two', () => {
    expect(medianOf([5, 1, 3])).toBe(3)
    expect(medianOf([4, 1])).toBe(2.5)
    expect(() => medianOf([])).toThrow(RangeError)
  })

  it('rounds a mean to half a point and keeps it within 1.5 and 4.5', () => {
    expect(meanOf([3, 3, 4, 3, 4])).toBe(3.5)
    expect(meanOf([1, 1, 1, 1, 1])).toBe(1.5)
    expect(meanOf([5, 5, 5, 5, 5])).toBe(4.5)
  })

  it('calls up to a third few and over two thirds many, at and beside the edges', () => {
    expect([0, 3, 4, 6, 7, 9].map((noticed) => shareOf(noticed, 9))).toEqual([
      CrowdShare.FEW,
      CrowdShare.FEW,
      CrowdShare.SOME,
      CrowdShare.SOME,
      CrowdShare.MANY,
      CrowdShare.MANY,
    ])
  })

  it('tells how many answered only as a band', () => {
    expect([5, 9, 10, 19, 20, 49, 50].map(countBandOf)).toEqual([
      'FROM_5',
      'FROM_5',
      'FROM_10',
      'FROM_10',
      'FROM_20',
      'FROM_20',
      'FROM_50',
    ])
  })

  it('publishes nothing for a period without respondents, or with too few', () => {
    expect(publish([], 7)).toEqual({ blocks: [], organization: null })
    expect(publish(house([3, 3, 3, 3, 3, 3]), 7)).toEqual({ blocks: [], organization: null })
  })

  it('leaves out a measure that fewer than k of a block answered', () => {
    const all = house([3, 3, 3, 3, 3, 3, 3]).map((each, index) =>
      index === 0 ? { ...each, answers: answersOf([], [0]) } : each,
    )
    const { blocks, organization } = publish(all, 7)
    expect(blocks[0]?.figures).toEqual([{ measure: 'ANGER', share: CrowdShare.FEW }])
    expect(organization?.figures).toEqual(blocks[0]?.figures)
  })

  it('never says that everybody answered alike', () => {
    fc.assert(
      fc.property(scale, fc.integer({ min: 7, max: 40 }), (value, size) => {
        const alike = publish(house(Array<number>(size).fill(value)), 7)
        // One person who answered one point nearer the middle gives the same page.
        const toward = value < 3 ? value + 1 : value - 1
        const mixed = publish(house([toward, ...Array<number>(size - 1).fill(value)]), 7)
        const [one, other] = [alike, mixed].map(({ blocks }) =>
          blocks[0]?.figures.filter(({ measure }) => measure === 'WEEK_FELT'),
        )
        expect(one).toEqual(other)
        expect(JSON.stringify(alike)).not.toMatch(/"mean":(1|5)[,}]|NONE|ALL/)
      }),
      RUNS,
    )
  })

  it('shows and hides by sizes and ids only, never by an answer', () => {
    fc.assert(
      fc.property(respondents, smallestGroup, scale, (all, k, value) => {
        const others = all.map((each) => ({
          ...each,
          answers: each.answers.map((one) => ({
            ...one,
            values: one.values.map(() => (one.isShare ? value % 2 : value)),
          })),
        }))
        expect(patternOf(publish(others, k))).toEqual(patternOf(publish(all, k)))
      }),
      RUNS,
    )
  })

  it('speaks with every figure for at least k people', () => {
    fc.assert(
      fc.property(respondents, smallestGroup, (all, k) => {
        const { blocks } = publish(all, k)
        const members = blocksOf(all, k).map((block) => block.members)
        blocks.forEach(({ figures }, index) => {
          for (const { measure } of figures) {
            const answered = members[index]?.filter((each) =>
              each.answers.some((one) => one.measure === measure && one.values.length > 0),
            )
            expect(answered?.length).toBeGreaterThanOrEqual(k)
          }
        })
      }),
      RUNS,
    )
  })

  it('does not depend on the order of people', () => {
    fc.assert(
      fc.property(respondents, smallestGroup, (all, k) => {
        expect(publish([...all].reverse(), k)).toEqual(publish(all, k))
      }),
      RUNS,
    )
  })
})

describe('T5 Crowds only: somebody joins between two months', () => {
  /** Answers as people give them: most weeks in the middle. */
  const PRIOR = [0.08, 0.17, 0.35, 0.28, 0.12]
  const drawFrom = (random: () => number): number => {
    let left = random()
    return 1 + PRIOR.findIndex((share) => (left -= share) < 0 || share === PRIOR.at(-1))
  }
  const CASES = process.env['ALONGSIDE_DRILLS'] ? 20_000 : 4_000

  /** The share of months in which the joiner's answer is named rightly, by who sees both means and knows the prior. */
  function namedRightly(size: number, said = meanOf): { withFigures: number; blindly: number } {
    const random = seeded(size)
    let [withFigures, blindly] = [0, 0]
    const seen = new Map<string, number[]>()
    const play = (): { key: string; answer: number } => {
      // The others answer as before: the worst case for the one who joins.
      const before = Array.from({ length: size }, () => drawFrom(random))
      const answer = drawFrom(random)
      return { key: `${said(before)}>${said([...before, answer])}`, answer }
    }
    for (let round = 0; round < 10 * CASES; round++) {
      const { key, answer } = play()
      const counts = seen.get(key) ?? [0, 0, 0, 0, 0]
      counts[answer - 1] = (counts[answer - 1] ?? 0) + 1
      seen.set(key, counts)
    }
    for (let round = 0; round < CASES; round++) {
      const { key, answer } = play()
      const counts = seen.get(key) ?? PRIOR
      withFigures += Number(counts.indexOf(Math.max(...counts)) + 1 === answer)
      blindly += Number(PRIOR.indexOf(Math.max(...PRIOR)) + 1 === answer)
    }
    return { withFigures: withFigures / CASES, blindly: blindly / CASES }
  }

  it.each([7, 10, 20])('gains little over a blind guess in a block of %i', (size) => {
    const { withFigures, blindly } = namedRightly(size)
    console.log(
      `joiner of ${size}: ${withFigures.toFixed(3)} with the figures, ${blindly.toFixed(3)} blindly`,
    )
    expect(withFigures - blindly).toBeLessThan(0.15)
  })

  it('would be named nearly always by exact means', () => {
    const exact = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(namedRightly(7, exact).withFigures).toBeGreaterThan(0.99)
  })
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
