/** Hours of work beside others of the same days: a week and a day in it can be the same work, or work at two places. */
import { daysBetween, maxDate, minDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'

const HOURS_OF_A_DAY = 24

export interface WorkedDays {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly hours: number
}

/**
 * Refuses what crosses other entries of the peer, unless these are said to be further hours; and more hours than all
 * the days together have, however they are spread over them.
 */
export function overlapErrors(
  entry: WorkedDays,
  others: readonly WorkedDays[],
  allowsOverlap: boolean,
): ValidationError[] {
  const [crossed] = crossing(entry, others)
  if (crossed === undefined) return []
  if (!allowsOverlap) return [{ field: 'startsOn', problem: 'overlaps', limit: inDays(crossed) }]
  const most = hoursLeft(entry, reached(entry, others))
  return entry.hours > most ? [{ field: 'hours', problem: 'too-large', limit: most }] : []
}

/** One day, or the first and the last as ISO 8601 writes them. */
function inDays({ startsOn, endsOn }: WorkedDays): string {
  return startsOn === endsOn ? startsOn : `${startsOn}/${endsOn}`
}

type Span = Pick<WorkedDays, 'startsOn' | 'endsOn'>

function crossing({ startsOn, endsOn }: Span, entries: readonly WorkedDays[]): WorkedDays[] {
  return entries.filter((other) => other.startsOn <= endsOn && startsOn <= other.endsOn)
}

/** What crosses the span, what crosses that, and so on: hours can be pushed from one day to the next by all of them. */
function reached(span: Span, entries: readonly WorkedDays[]): WorkedDays[] {
  const found = crossing(span, entries)
  const startsOn = found.map((one) => one.startsOn).reduce(minDate, span.startsOn)
  const endsOn = found.map((one) => one.endsOn).reduce(maxDate, span.endsOn)
  const isAll = startsOn === span.startsOn && endsOn === span.endsOn
  return isAll ? found : reached({ startsOn, endsOn }, entries)
}

/** Over every stretch of days around the entry: what its days have, less what was worked within it. */
function hoursLeft(entry: WorkedDays, others: readonly WorkedDays[]): number {
  const starts = others.map((one) => one.startsOn).filter((day) => day < entry.startsOn)
  const ends = others.map((one) => one.endsOn).filter((day) => day > entry.endsOn)
  const left = [entry.startsOn, ...new Set(starts)].flatMap((from) =>
    [entry.endsOn, ...new Set(ends)].map((until) => {
      const within = others.filter(({ startsOn, endsOn }) => from <= startsOn && endsOn <= until)
      const worked = within.reduce((sum, { hours }) => sum + hours, 0)
      return (daysBetween(from, until) + 1) * HOURS_OF_A_DAY - worked
    }),
  )
  return Math.max(0, Math.min(...left))
}
