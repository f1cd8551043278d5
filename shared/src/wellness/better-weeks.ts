import { EARLIER_WEEKS_NEEDED, type CheckInOfWeek } from './trend.ts'

/** What was done in at least half of the better weeks is done "often". */
const OFTEN = 0.5
/** Fewer better weeks than this show a coincidence, not a habit. */
export const BETTER_WEEKS_NEEDED = 3
/** More than this is a list again, and nothing to remember. */
const MOST_SHOWN = 3

export interface WeekWithSelfCare<Choice extends string> extends CheckInOfWeek {
  readonly selfCare: readonly Choice[]
}

export interface OftenInBetterWeeks<Choice extends string> {
  readonly betterWeeks: number
  readonly often: readonly { readonly selfCare: Choice; readonly weeks: number }[]
}

/**
 * What somebody often did for themselves in their better weeks: those that felt better than the middle one of their own.
 * It stands beside no other person's weeks and says nothing about why.
 */
export function oftenInBetterWeeks<Choice extends string>(
  weeks: readonly WeekWithSelfCare<Choice>[],
): OftenInBetterWeeks<Choice> {
  const felt = weeks.flatMap(({ weekFelt }) => (weekFelt === null ? [] : [weekFelt])).sort((a, b) => a - b)
  if (felt.length <= EARLIER_WEEKS_NEEDED) return { betterWeeks: 0, often: [] }
  const middle = felt[Math.floor((felt.length - 1) / 2)] ?? 0
  const better = weeks.filter(({ weekFelt }) => weekFelt !== null && weekFelt > middle)
  if (better.length < BETTER_WEEKS_NEEDED) return { betterWeeks: better.length, often: [] }
  const counts = new Map<Choice, number>()
  for (const choice of better.flatMap(({ selfCare }) => selfCare))
    counts.set(choice, (counts.get(choice) ?? 0) + 1)
  const often = [...counts]
    .filter(([, count]) => count / better.length >= OFTEN)
    .sort(([one, few], [other, many]) => many - few || one.localeCompare(other))
    .slice(0, MOST_SHOWN)
    .map(([selfCare, count]) => ({ selfCare, weeks: count }))
  return { betterWeeks: better.length, often }
}
