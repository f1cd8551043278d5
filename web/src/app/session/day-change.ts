/** Every change of a zone's clocks begins and ends on a quarter of an hour. */
const QUARTER_MS = 900_000
const LONGEST_DAY_MS = 26 * 3_600_000

/** Milliseconds until the zone's calendar shows a later day than `today`; 0 where it does already. */
export function msUntilDayAfter(today: string, timeZone: string, now: Date): number {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  const from = now.getTime()
  for (let at = from; at <= from + LONGEST_DAY_MS; at = (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS)
    if (calendar.format(at) > today) return at - from
  return LONGEST_DAY_MS
}
