import {
  addDays,
  addMonths,
  daysBetween,
  DayOfWeek,
  dayOfWeek,
  endOfMonth,
  type PlainDate,
  startOfMonth,
} from '../../calendar/plain-date.ts'
import type { Period } from '../../calendar/period.ts'

// Counting sessions over whole weeks, months and quarters: a period that is cut off is not held against anybody.

export interface HeldSession {
  readonly heldOn: PlainDate
  /** Of this peer. */
  readonly minutes: number
  readonly format: string
}

/** Monday to Sunday, all seven days inside the period. */
export function wholeWeeks({ startsOn, endsOn }: Period): Period[] {
  const weeks: Period[] = []
  let monday = startsOn
  while (dayOfWeek(monday) !== DayOfWeek.MONDAY) monday = addDays(monday, 1)
  for (; addDays(monday, 6) <= endsOn; monday = addDays(monday, 7))
    weeks.push({ startsOn: monday, endsOn: addDays(monday, 6) })
  return weeks
}

/** From the first to the last of a month, of so many months together; quarters begin in January, April, July, October. */
export function wholeMonths({ startsOn, endsOn }: Period, together: 1 | 3): Period[] {
  const months: Period[] = []
  let first = startOfMonth(startsOn)
  const begins = (day: PlainDate): boolean => (Number(day.slice(5, 7)) - 1) % together === 0
  while (first < startsOn || !begins(first)) first = addMonths(first, 1)
  for (; ; first = addMonths(first, together)) {
    const last = endOfMonth(addMonths(first, together - 1))
    if (last > endsOn) return months
    months.push({ startsOn: first, endsOn: last })
  }
}

export function sessionsIn<Session extends HeldSession>(
  sessions: readonly Session[],
  { startsOn, endsOn }: Period,
): Session[] {
  return sessions.filter(({ heldOn }) => startsOn <= heldOn && heldOn <= endsOn)
}

export function minutesOf(sessions: readonly HeldSession[]): number {
  return sessions.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** The most days between two sessions that follow each other, and to the end of the period; null where none was held. */
export function longestGap(sessions: readonly HeldSession[], { startsOn, endsOn }: Period): number | null {
  const days = sessionsIn(sessions, { startsOn, endsOn })
    .map(({ heldOn }) => heldOn)
    .sort()
  if (days.length === 0) return null
  return Math.max(...[...days, endsOn].slice(1).map((day, at) => daysBetween(days[at] ?? day, day)))
}
