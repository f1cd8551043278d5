import { addDays, DayOfWeek, dayOfWeek, type PlainDate } from '../../calendar/plain-date.ts'
import type { TimeOfDay } from '../../calendar/wall-clock.ts'
import type { RequestedWeekday } from './request-choices.ts'
import { TimeOfDayChoice } from './request-choices.ts'

const DAYS: Record<RequestedWeekday, readonly DayOfWeek[]> = {
  MONDAY: [DayOfWeek.MONDAY],
  TUESDAY: [DayOfWeek.TUESDAY],
  WEDNESDAY: [DayOfWeek.WEDNESDAY],
  THURSDAY: [DayOfWeek.THURSDAY],
  FRIDAY: [DayOfWeek.FRIDAY],
  WEEKEND: [DayOfWeek.SATURDAY, DayOfWeek.SUNDAY],
}
/** When a session of that time of day usually begins: our own choice, to be changed in the form. */
const STARTS: Record<TimeOfDayChoice, TimeOfDay> = {
  MORNING: '09:00',
  MIDDAY: '12:00',
  AFTERNOON: '14:00',
  EVENING: '18:00',
}
const A_WEEK = 7

/** The first day from tomorrow on that suits the one who asks, and the time; null where any time does. */
export function suggestedForRequest(
  {
    weekdays,
    timesOfDay,
  }: { readonly weekdays: readonly RequestedWeekday[]; readonly timesOfDay: readonly TimeOfDayChoice[] },
  today: PlainDate,
): { readonly startsOn: PlainDate; readonly startTime: TimeOfDay | null } {
  const wanted = weekdays.flatMap((weekday) => DAYS[weekday])
  const days = Array.from({ length: A_WEEK }, (_, at) => addDays(today, at + 1))
  const startsOn =
    days.find((day) => wanted.length === 0 || wanted.includes(dayOfWeek(day))) ?? addDays(today, 1)
  const first = Object.values(TimeOfDayChoice).find((choice) => timesOfDay.includes(choice))
  return { startsOn, startTime: first ? STARTS[first] : null }
}
