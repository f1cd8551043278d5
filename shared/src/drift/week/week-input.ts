import {
  addDays,
  dayOfWeek,
  DayOfWeek,
  isPlainDate,
  startOfWeek,
  type PlainDate,
} from '../../calendar/plain-date.ts'
import { validateWholeNumber, type ValidationError } from '../../validation/validation-error.ts'

/** Two full-time weeks in one. More is a slip of the finger, or more than anybody should work. Our own choice. */
export const MAX_HOURS_IN_WEEK = 80
export const MAX_QUARTER_HOURS_IN_WEEK = 4 * MAX_HOURS_IN_WEEK
/** As many activities as anybody taps in two minutes, with room. */
export const MAX_WEEK_LINES = 30

export interface WeekLineInput {
  readonly activity: string
  readonly quarterHours: number
}

export interface WeekInput {
  /** Its Monday. */
  readonly weekStart: string
  readonly lines: readonly WeekLineInput[]
}

/** A placement, in which a peer works; both days are included, a null end is open. */
export interface PlacedTime {
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
}

export interface WeekLimits {
  readonly placements: readonly PlacedTime[]
  readonly today: PlainDate
  /** Whether the catalogue or the organization has this activity. */
  readonly isActivity: (key: string) => boolean
}

export function validateWeek({ weekStart, lines }: WeekInput, limits: WeekLimits): ValidationError[] {
  return [...weekErrors(weekStart, limits), ...lineErrors(lines, limits)]
}

/** The Mondays that a peer can log today, this week first: at most so many. */
export function weeksToLog(placements: readonly PlacedTime[], today: PlainDate, atMost: number): PlainDate[] {
  const monday = startOfWeek(today)
  const weeks = Array.from({ length: atMost }, (_, back) => addDays(monday, -7 * back))
  return weeks.filter((week) => weekErrors(week, { placements, today }).length === 0)
}

function weekErrors(
  weekStart: string,
  { placements, today }: Pick<WeekLimits, 'placements' | 'today'>,
): ValidationError[] {
  const field = 'weekStart'
  if (!isPlainDate(weekStart)) return [{ field, problem: 'not-a-date' }]
  if (dayOfWeek(weekStart) !== DayOfWeek.MONDAY) return [{ field, problem: 'not-an-option' }]
  if (weekStart > today) return [{ field, problem: 'in-the-future', limit: startOfWeek(today) }]
  const sunday = addDays(weekStart, 6)
  const first = placements.map(({ startedOn }) => startedOn).sort()[0]
  if (first === undefined) return [{ field, problem: 'not-found' }]
  if (sunday < first) return [{ field, problem: 'before-its-start', limit: first }]
  const isPlaced = placements.some(
    ({ startedOn, endedOn }) => startedOn <= sunday && (endedOn === null || endedOn >= weekStart),
  )
  return isPlaced ? [] : [{ field, problem: 'not-found' }]
}

function lineErrors(
  lines: readonly WeekLineInput[],
  { isActivity }: Pick<WeekLimits, 'isActivity'>,
): ValidationError[] {
  if (lines.length === 0) return [{ field: 'lines', problem: 'required' }]
  if (lines.length > MAX_WEEK_LINES) return [{ field: 'lines', problem: 'too-many', limit: MAX_WEEK_LINES }]
  const seen = new Set<string>()
  const errors = lines.flatMap(({ activity, quarterHours }, at): ValidationError[] => {
    const field = `lines.${at}.activity`
    const isRepeated = seen.has(activity)
    seen.add(activity)
    return [
      ...(isActivity(activity) ? [] : [{ field, problem: 'not-an-option' } as const]),
      ...(isRepeated ? [{ field, problem: 'repeated' } as const] : []),
      ...validateWholeNumber(`lines.${at}.quarterHours`, quarterHours, 1, MAX_QUARTER_HOURS_IN_WEEK),
    ]
  })
  const all = lines.reduce((sum, { quarterHours }) => sum + quarterHours, 0)
  if (errors.length === 0 && all > MAX_QUARTER_HOURS_IN_WEEK)
    return [{ field: 'lines', problem: 'too-large', limit: MAX_QUARTER_HOURS_IN_WEEK }]
  return errors
}
