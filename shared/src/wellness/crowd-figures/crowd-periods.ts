import { addDays, addMonths, type PlainDate } from '../../calendar/plain-date.ts'

// When a period is closed, and when what it publishes is frozen, by the organization's own calendar.

/** What a crowd figure is about. Each subject has its own period; all go through the same blocks. */
export const CrowdSubject = {
  /** The weekly check-ins whose Monday lies in a calendar month. */
  CHECK_IN: 'CHECK_IN',
  /** The twelve core values, answered once in half a year. */
  CORE_VALUES: 'CORE_VALUES',
  /** Where flags about a peer's role come from, of those that were raised in a quarter of the calendar. */
  FLAG_CAUSES: 'FLAG_CAUSES',
} as const
export type CrowdSubject = (typeof CrowdSubject)[keyof typeof CrowdSubject]

/** Answers may still come in for this many days after a period ends; then nothing changes it. */
export const GRACE_DAYS = 3

const MONTHS_IN_PERIOD: Readonly<Record<CrowdSubject, number>> = {
  CHECK_IN: 1,
  CORE_VALUES: 6,
  FLAG_CAUSES: 3,
}

/** The first day of the period that a day lies in: of its month, its quarter, or its half of the year. */
export function periodStart(subject: CrowdSubject, day: PlainDate): PlainDate {
  const months = MONTHS_IN_PERIOD[subject]
  const month = Number(day.slice(5, 7))
  const first = month - ((month - 1) % months)
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`
}

/** The last day of the period that begins on a day. */
export function periodEnd(subject: CrowdSubject, start: PlainDate): PlainDate {
  return addDays(addMonths(start, MONTHS_IN_PERIOD[subject]), -1)
}

/** The first day on which the period is frozen: the grace has passed. */
export function freezeDay(subject: CrowdSubject, start: PlainDate): PlainDate {
  return addDays(periodEnd(subject, start), GRACE_DAYS + 1)
}
