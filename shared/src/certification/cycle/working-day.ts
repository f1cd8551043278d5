/** Moves a common date that falls on a weekend to the working day before it; public holidays are not looked at. */
import { addDays, dayOfWeek, DayOfWeek, type PlainDate } from '../../calendar/plain-date.ts'

export function workingDayUpTo(day: PlainDate): PlainDate {
  const name = dayOfWeek(day)
  if (name === DayOfWeek.SATURDAY) return addDays(day, -1)
  return name === DayOfWeek.SUNDAY ? addDays(day, -2) : day
}
