import { offsetAt } from './wall-clock.ts'

/** An instant at which the clocks of a zone change, with the minutes ahead of UTC before and after it. */
export interface ClockChange {
  readonly at: Date
  readonly from: number
  readonly to: number
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 1_440

const knownChanges = new Map<string, readonly ClockChange[]>()
/** From the first of these years to the last: looks at each day, and then for the minute. The answers are kept. */
export function changesOfClocks(timeZone: string, fromYear: number, toYear: number): readonly ClockChange[] {
  const key = `${timeZone} ${fromYear} ${toYear}`
  const known = knownChanges.get(key) ?? foundChanges(timeZone, fromYear, toYear)
  knownChanges.set(key, known)
  return known
}

function foundChanges(timeZone: string, fromYear: number, toYear: number): ClockChange[] {
  const found: ClockChange[] = []
  const end = Date.UTC(toYear + 1, 0, 1) / MINUTE_MS
  const offset = (minute: number) => offsetAt(new Date(minute * MINUTE_MS), timeZone)
  let before = offset(Date.UTC(fromYear, 0, 1) / MINUTE_MS)
  for (let minute = Date.UTC(fromYear, 0, 1) / MINUTE_MS; minute < end; minute += DAY_MINUTES) {
    const after = offset(minute + DAY_MINUTES)
    if (after === before) continue
    let [low, high] = [minute, minute + DAY_MINUTES]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (offset(middle) === before) low = middle
      else high = middle
    }
    found.push({ at: new Date(high * MINUTE_MS), from: before, to: after })
    before = after
  }
  return found
}
