import { addDays, startOfWeek, type PlainDate } from '../../calendar/plain-date.ts'
import type { SupervisionDueKind } from '../relationships/cadence.ts'

/** In which part of a supervisor's list a person stands. */
export const TeamGroup = {
  OVERDUE: 'OVERDUE',
  /** Due from today to six days from now. */
  NEXT_7_DAYS: 'NEXT_7_DAYS',
  /** Later, on leave, or without a schedule. */
  LATER: 'LATER',
} as const
export type TeamGroup = (typeof TeamGroup)[keyof typeof TeamGroup]
export const TEAM_GROUPS = Object.values(TeamGroup)

/** So many weeks are shown as dots, this week included: a quarter. */
export const TEAM_WEEKS = 13

interface Due {
  readonly kind: SupervisionDueKind
  readonly dueOn: PlainDate
}

/** The most urgent of the due days of one person decides; null stands for a type in which nothing falls due. */
export function teamGroup(dues: readonly (Due | null)[], today: PlainDate): TeamGroup {
  if (dues.some((due) => due?.kind === 'OVERDUE')) return 'OVERDUE'
  const lastDay = addDays(today, 6)
  return dues.some((due) => due !== null && due.dueOn <= lastDay) ? 'NEXT_7_DAYS' : 'LATER'
}

/** The Mondays of the last thirteen weeks, the oldest first. */
export function teamWeeks(today: PlainDate): PlainDate[] {
  const monday = startOfWeek(today)
  return Array.from({ length: TEAM_WEEKS }, (_, at) => addDays(monday, 7 * (at - TEAM_WEEKS + 1)))
}
