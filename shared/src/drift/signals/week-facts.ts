import { addDays, startOfWeek, type PlainDate } from '../../calendar/plain-date.ts'
import type { ActivityFunction } from '../activities/activity-functions.ts'
import { RoleAnswer } from '../role-agreement/role-agreement.ts'
import { PAST_WEEKS, RECENT_WEEKS } from './thresholds.ts'

export interface LineFact {
  readonly quarterHours: number
  /** The organization's reading of the kind of work, ours where it has none. */
  readonly function: ActivityFunction
  /** Null where no agreement was in force in that week. */
  readonly role: RoleAnswer | null
}

/** One week as the peer logged it last; weeks that were never logged are not here. */
export interface WeekFact {
  readonly id: string
  /** Its Monday. */
  readonly week: PlainDate
  /** Null where the peer did not say. */
  readonly metPeers: boolean | null
  readonly lines: readonly LineFact[]
}

/**
 * One answer where several placements each have an agreement. Part of the role in one of them is part of the role: a
 * line does not say for which placement it was, and a doubt never counts against anybody.
 */
export function roleAnswerOf(answers: readonly RoleAnswer[]): RoleAnswer | null {
  const { PART_OF_ROLE, NOT_ANSWERED, OUTSIDE_ROLE, AGAINST_VALUES } = RoleAnswer
  const inOrder = [PART_OF_ROLE, NOT_ANSWERED, OUTSIDE_ROLE, AGAINST_VALUES]
  return inOrder.find((answer) => answers.includes(answer)) ?? null
}

/** This week and those just before it. */
export function recentWeeks(weeks: readonly WeekFact[], today: PlainDate): WeekFact[] {
  const monday = startOfWeek(today)
  const first = addDays(monday, -7 * (RECENT_WEEKS - 1))
  return weeks.filter(({ week, lines }) => week >= first && week <= monday && quartersOf(lines) > 0)
}

/** The quarter before them. */
export function pastWeeks(weeks: readonly WeekFact[], today: PlainDate): WeekFact[] {
  const end = addDays(startOfWeek(today), -7 * (RECENT_WEEKS - 1))
  const first = addDays(end, -7 * PAST_WEEKS)
  return weeks.filter(({ week, lines }) => week >= first && week < end && quartersOf(lines) > 0)
}

export function linesOf(weeks: readonly WeekFact[]): LineFact[] {
  return weeks.flatMap(({ lines }) => lines)
}

export function quartersOf(lines: readonly LineFact[]): number {
  return lines.reduce((sum, { quarterHours }) => sum + quarterHours, 0)
}

/** Rounded up, so that a share just above a whole threshold does not read as if it were at it. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.ceil((100 * part) / whole)
}
