import { addDays, startOfWeek, type PlainDate } from '../calendar/plain-date.ts'
import { WEEKLY_CHECK_IN, type CheckInScale } from './weekly-check-in.ts'

/** Half a year: long enough to see a season, short enough that "usual" is still who one is now. */
export const TREND_WEEKS = 26
/** Fewer earlier weeks than a month's say nothing about what is usual. */
export const EARLIER_WEEKS_NEEDED = 4
/** The middle half of the earlier weeks is "usual": one bad or one very good week does not move it. */
const USUAL_QUARTILES = { from: 0.25, to: 0.75 } as const
/** Half a point to either side of the median at least, or a peer whose weeks are all alike would have no band. */
const LEAST_HALF_WIDTH = 0.5

/** One check-in as the trend needs it; null is skipped. */
export interface CheckInOfWeek {
  readonly weekStart: PlainDate
  readonly weekFelt: number | null
  readonly energy: number | null
  readonly rest: number | null
}

/** What a check-in measures, one to five. */
export const CheckInMeasure = { WEEK_FELT: 'WEEK_FELT', ENERGY: 'ENERGY', REST: 'REST' } as const
export type CheckInMeasure = (typeof CheckInMeasure)[keyof typeof CheckInMeasure]

/** What the sentence says. */
export const TrendKind = {
  NO_CHECK_INS: 'NO_CHECK_INS',
  TOO_FEW: 'TOO_FEW',
  ABOUT_USUAL: 'ABOUT_USUAL',
  LOWER_THAN_USUAL: 'LOWER_THAN_USUAL',
  HIGHER_THAN_USUAL: 'HIGHER_THAN_USUAL',
} as const
export type TrendKind = (typeof TrendKind)[keyof typeof TrendKind]

/** The sentence above a peer's own line. `weekStart` is the week spoken of, the latest that was answered. */
export type Trend =
  | { readonly kind: 'NO_CHECK_INS' }
  | {
      readonly kind: 'TOO_FEW'
      readonly weekStart: PlainDate
      readonly weeks: number
      readonly needed: number
    }
  | {
      readonly kind: 'ABOUT_USUAL' | 'LOWER_THAN_USUAL' | 'HIGHER_THAN_USUAL'
      readonly weekStart: PlainDate
      /** How many earlier weeks make the band. */
      readonly weeks: number
      readonly usualFrom: number
      readonly usualTo: number
    }

/**
 * One scale of the latest answered week against the same peer's earlier weeks, never against anybody else's:
 * only one peer's check-ins come in, and none of the words that come out is an assessment.
 */
export function trend(
  checkIns: readonly CheckInOfWeek[],
  today: PlainDate,
  scale: CheckInScale = 'weekFelt',
): Trend {
  const answered = trendSeries(checkIns, today).flatMap((week) => {
    const value = week[scale]
    return value === null ? [] : [{ weekStart: week.weekStart, value }]
  })
  const latest = answered.pop()
  if (!latest) return { kind: 'NO_CHECK_INS' }
  const { weekStart, value } = latest
  const weeks = answered.length
  if (weeks < EARLIER_WEEKS_NEEDED) return { kind: 'TOO_FEW', weekStart, weeks, needed: EARLIER_WEEKS_NEEDED }
  const { usualFrom, usualTo } = usualBand(answered.map((week) => week.value))
  const kind = value < usualFrom ? 'LOWER_THAN_USUAL' : value > usualTo ? 'HIGHER_THAN_USUAL' : 'ABOUT_USUAL'
  return { kind, weekStart, weeks, usualFrom, usualTo }
}

/** The last 26 weeks, oldest first, this week last; a week without a check-in is a gap, never a zero. */
export function trendSeries(checkIns: readonly CheckInOfWeek[], today: PlainDate): CheckInOfWeek[] {
  const byWeek = new Map(checkIns.map((checkIn) => [checkIn.weekStart, checkIn]))
  const monday = startOfWeek(today)
  return Array.from({ length: TREND_WEEKS }, (_, at) => {
    const weekStart = addDays(monday, 7 * (at + 1 - TREND_WEEKS))
    const { weekFelt, energy, rest } = byWeek.get(weekStart) ?? { weekFelt: null, energy: null, rest: null }
    return { weekStart, weekFelt, energy, rest }
  })
}

/** The band in which a peer's weeks usually lie, kept within the scale. */
function usualBand(values: readonly number[]): { usualFrom: number; usualTo: number } {
  const sorted = [...values].sort((one, other) => one - other)
  const median = quantile(sorted, 0.5)
  const { from, to } = WEEKLY_CHECK_IN.scale
  return {
    usualFrom: Math.max(from, Math.min(quantile(sorted, USUAL_QUARTILES.from), median - LEAST_HALF_WIDTH)),
    usualTo: Math.min(to, Math.max(quantile(sorted, USUAL_QUARTILES.to), median + LEAST_HALF_WIDTH)),
  }
}

/** Between two values the point in proportion, as spreadsheets do it. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return below + (above - below) * (place - Math.floor(place))
}
