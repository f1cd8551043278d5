import { addDays, dayOfWeek, type PlainDate } from '../../calendar/plain-date.ts'

/** So many whole working days may pass before somebody else is offered. */
export const WORKING_DAYS_TO_ANSWER = 2

/** Monday to Friday. Holidays count as working days: no calendar of them is kept. */
export function isWorkingDay(day: PlainDate): boolean {
  return dayOfWeek(day) <= 5
}

/** The day on which so many working days have passed since `from`, which itself does not count. */
export function addWorkingDays(from: PlainDate, days: number): PlainDate {
  let day = from
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** The last day on which a supervisor answers in time: the second working day after the day of the request. */
export function answerDueOn(askedOn: PlainDate): PlainDate {
  return addWorkingDays(askedOn, WORKING_DAYS_TO_ANSWER)
}
