import { type Block, blocksOf, type TeamMember } from './blocks.ts'

// What is said of a block: coarse enough that it never speaks of every member, and the same for all who answered alike.

/** How many people answered, as a band: the exact count would tell who did not. */
export const CountBand = {
  FROM_5: 'FROM_5',
  FROM_10: 'FROM_10',
  FROM_20: 'FROM_20',
  FROM_50: 'FROM_50',
} as const
export type CountBand = (typeof CountBand)[keyof typeof CountBand]

/** How many of a block noticed something. There's no "none" and no "all": both would speak of every member. */
export const CrowdShare = {
  /** Up to a third, nobody included. */
  FEW: 'FEW',
  SOME: 'SOME',
  /** More than two thirds, everybody included. */
  MANY: 'MANY',
} as const
export type CrowdShare = (typeof CrowdShare)[keyof typeof CrowdShare]

/** The mean of a scale from 1 to 5 stays inside these: 1 or 5 would say that everybody answered so. */
export const MEAN_LIMITS = { from: 1.5, to: 4.5 } as const

/** One person's answers to one measure in the period: numbers of a scale, or 1 and 0 for noticed and not. */
export interface Answers {
  readonly measure: string
  readonly isShare: boolean
  readonly values: readonly number[]
}
export interface Respondent extends TeamMember {
  readonly answers: readonly Answers[]
}
export type CrowdFigure =
  | { readonly measure: string; readonly mean: number }
  | { readonly measure: string; readonly share: CrowdShare }
export interface PublishedBlock extends Pick<Block, 'kind' | 'teamIds'> {
  readonly countBand: CountBand
  readonly figures: readonly CrowdFigure[]
}
export interface Published {
  readonly blocks: readonly PublishedBlock[]
  /** Made of the published blocks alone; null where there is none. */
  readonly organization: Pick<PublishedBlock, 'countBand' | 'figures'> | null
}

/** What a closed period publishes: everything, or nothing at all. */
export function publish(respondents: readonly Respondent[], smallestGroup: number): Published {
  const blocks = blocksOf(respondents, smallestGroup)
  if (blocks.length === 0) return { blocks: [], organization: null }
  const measures = measuresIn(respondents)
  const published = blocks.map(({ kind, teamIds, members }) => {
    const answered = measures.filter((each) => valuesOf(each, members).length >= smallestGroup)
    return { kind, teamIds, members, answered }
  })
  const everyone = measures.flatMap((measure) => {
    const values = published.flatMap(({ members, answered }) =>
      answered.includes(measure) ? valuesOf(measure, members) : [],
    )
    return values.length > 0 ? [figureOf(measure, values)] : []
  })
  return {
    blocks: published.map(({ kind, teamIds, members, answered }) => ({
      kind,
      teamIds,
      countBand: countBandOf(members.length),
      figures: answered.map((measure) => figureOf(measure, valuesOf(measure, members))),
    })),
    organization: { countBand: countBandOf(respondents.length), figures: everyone },
  }
}

/** One value a person and measure, however often they answered: the median of their own answers. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  if (lower === undefined || upper === undefined) throw new RangeError('there is no median of nothing')
  return (lower + upper) / 2
}

export function countBandOf(count: number): CountBand {
  if (count >= 50) return CountBand.FROM_50
  if (count >= 20) return CountBand.FROM_20
  return count >= 10 ? CountBand.FROM_10 : CountBand.FROM_5
}

/** Rounded to half a point. */
export function meanOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.min(MEAN_LIMITS.to, Math.max(MEAN_LIMITS.from, Math.round(2 * mean) / 2))
}

export function shareOf(noticed: number, of: number): CrowdShare {
  if (3 * noticed <= of) return CrowdShare.FEW
  return 3 * noticed > 2 * of ? CrowdShare.MANY : CrowdShare.SOME
}

interface Measure {
  readonly measure: string
  readonly isShare: boolean
}

function measuresIn(respondents: readonly Respondent[]): Measure[] {
  const all = respondents.flatMap(({ answers }) => answers)
  const names = [...new Set(all.map(({ measure }) => measure))].sort()
  return names.map((measure) => ({
    measure,
    isShare: all.some((each) => each.measure === measure && each.isShare),
  }))
}

function valuesOf({ measure }: Measure, members: readonly Respondent[]): number[] {
  return members.flatMap(({ answers }) =>
    answers.flatMap((each) =>
      each.measure === measure && each.values.length > 0 ? [medianOf(each.values)] : [],
    ),
  )
}

/** Somebody noticed a sign where they did in at least half of their answers. */
function figureOf({ measure, isShare }: Measure, values: readonly number[]): CrowdFigure {
  if (!isShare) return { measure, mean: meanOf(values) }
  return { measure, share: shareOf(values.filter((value) => value >= 0.5).length, values.length) }
}
