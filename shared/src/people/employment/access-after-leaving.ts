import { addDays, type PlainDate } from '../../calendar/plain-date.ts'

/** So long after the last day somebody who has left can still take their own data along; then what was theirs is erased. */
export const ACCESS_DAYS_AFTER_LEAVING = 30

/** The last day on which own data can be taken along. */
export function dataUntil(leavesOn: PlainDate): PlainDate {
  return addDays(leavesOn, ACCESS_DAYS_AFTER_LEAVING)
}

/** The day on which check-ins and whatever else is the peer's own are erased. */
export function erasedOn(leavesOn: PlainDate): PlainDate {
  return addDays(dataUntil(leavesOn), 1)
}
