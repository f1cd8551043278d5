import type { ActivityFunction } from '../activities/activity-functions.ts'
import { ACTIVITY_FUNCTIONS } from '../activities/activity-functions.ts'

interface Timed {
  readonly quarterHours: number
}

/** Quarter hours by kind of work, in the order of the kinds; kinds without time are left out. */
export function totalsByFunction(
  lines: readonly (Timed & { readonly function: ActivityFunction })[],
): { readonly function: ActivityFunction; readonly quarterHours: number }[] {
  return ACTIVITY_FUNCTIONS.map((kind) => ({
    function: kind,
    quarterHours: lines
      .filter((line) => line.function === kind)
      .reduce((sum, { quarterHours }) => sum + quarterHours, 0),
  })).filter(({ quarterHours }) => quarterHours > 0)
}

/**
 * Spreads a week's quarter hours over activities by their shares, so that they add up to it exactly: what is left over
 * after rounding down goes to the largest remainders, the first of equal ones first. No activity with a share gets none.
 */
export function quartersFromShares(total: number, shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  if (all === 0) return shares.map(() => 0)
  const exact = shares.map((share) => (share * total) / all)
  const quarters = exact.map((value, at) => (shares[at] === 0 ? 0 : Math.max(1, Math.floor(value))))
  const byRemainder = exact
    .map((value, at) => ({ at, left: value - Math.floor(value) }))
    .filter(({ at }) => shares[at] !== 0)
    .sort((one, other) => other.left - one.left || one.at - other.at)
  let missing = total - quarters.reduce((sum, value) => sum + value, 0)
  for (const { at } of byRemainder) {
    if (missing <= 0) break
    quarters[at] = (quarters[at] ?? 0) + 1
    missing -= 1
  }
  // Where small shares were lifted to a quarter hour, the largest one gives it back.
  while (missing < 0) {
    const largest = quarters.indexOf(Math.max(...quarters))
    if ((quarters[largest] ?? 0) <= 1) break
    quarters[largest] = (quarters[largest] ?? 0) - 1
    missing += 1
  }
  return quarters
}

/** Activities in the order in which a peer is likely to need them: own most used first, by how often, then by time. */
export function mostUsedFirst<Key extends string>(
  weeks: readonly { readonly lines: readonly (Timed & { readonly activity: Key })[] }[],
): Key[] {
  const used = new Map<Key, { weeks: number; quarters: number }>()
  for (const { lines } of weeks)
    for (const { activity, quarterHours } of lines) {
      const before = used.get(activity) ?? { weeks: 0, quarters: 0 }
      used.set(activity, { weeks: before.weeks + 1, quarters: before.quarters + quarterHours })
    }
  return [...used]
    .sort(
      ([oneKey, one], [otherKey, other]) =>
        other.weeks - one.weeks || other.quarters - one.quarters || (oneKey < otherKey ? -1 : 1),
    )
    .map(([key]) => key)
}
