import { addDays, isPlainDate, startOfWeek, type PlainDate } from '../calendar/plain-date.ts'
import {
  validateChoice,
  validateText,
  validateWholeNumber,
  type ValidationError,
} from '../validation/validation-error.ts'
import { FATIGUE_SIGNS } from './fatigue-signs.ts'
import { SELF_CARE } from './self-care.ts'
import { WEEK_TAGS } from './week-tags.ts'

/** The weekly check-in: our own instrument, answered by a peer for themselves in a minute; every part can be skipped. */
export const WEEKLY_CHECK_IN = {
  id: 'weekly-check-in',
  /** 2 adds what went well. */
  version: 2,
  /** 1 is the hard end and 5 the good end of each scale. */
  scale: { from: 1, to: 5 },
  scales: ['weekFelt', 'energy', 'rest'],
  signs: FATIGUE_SIGNS,
  selfCare: SELF_CARE,
  tags: WEEK_TAGS,
  lineLimit: 500,
} as const

export type CheckInScale = (typeof WEEKLY_CHECK_IN.scales)[number]

/** A check-in may still be made up for in the week after; later it would be remembered, not noticed. */
export const WEEKS_TO_CHECK_IN = 1

/** The answers of one week; null is skipped. No signs ticked and signs skipped are the same to the program. */
export interface CheckInInput {
  readonly weekStart: string
  readonly weekFelt?: number | null | undefined
  readonly energy?: number | null | undefined
  readonly rest?: number | null | undefined
  readonly signs?: readonly string[] | null | undefined
  readonly selfCare?: readonly string[] | null | undefined
  readonly tags?: readonly string[] | null | undefined
  readonly line?: string | null | undefined
  readonly wentWell?: string | null | undefined
}

/** The Mondays of the weeks that can be answered today, the current one first. */
export function openWeeks(today: PlainDate): PlainDate[] {
  const monday = startOfWeek(today)
  return Array.from({ length: WEEKS_TO_CHECK_IN + 1 }, (_, back) => addDays(monday, -7 * back))
}

/** Refuses what is no answer of the instrument, a week that is not open, and a check-in without any answer. */
export function validateCheckIn(input: CheckInInput, today: PlainDate): ValidationError[] {
  const { scale, scales, lineLimit } = WEEKLY_CHECK_IN
  return [
    ...validateWeek('weekStart', input.weekStart, today),
    ...(isEmptyCheckIn(input) ? [{ field: 'weekFelt', problem: 'required' } as const] : []),
    ...scales.flatMap((field) => validateWholeNumber(field, input[field], scale.from, scale.to)),
    ...validateChoice('signs', input.signs ?? [], FATIGUE_SIGNS),
    ...validateChoice('selfCare', input.selfCare ?? [], SELF_CARE),
    ...validateChoice('tags', input.tags ?? [], WEEK_TAGS),
    ...validateText('line', input.line, lineLimit),
    ...validateText('wentWell', input.wentWell, lineLimit),
  ]
}

/** Whether nothing at all was answered: such a week is better left open than filled with nothing. */
export function isEmptyCheckIn(input: CheckInInput): boolean {
  const skipped = WEEKLY_CHECK_IN.scales.every((field) => input[field] == null)
  const chosen = [input.signs, input.selfCare, input.tags].some((list) => list != null && list.length > 0)
  const written = [input.line, input.wentWell].some((line) => (line ?? '').trim() !== '')
  return skipped && !chosen && !written
}

/** The limit of a week that is not open is the nearest Monday that is. */
function validateWeek(field: string, weekStart: string, today: PlainDate): ValidationError[] {
  if (!isPlainDate(weekStart)) return [{ field, problem: 'not-a-date' }]
  const weeks = openWeeks(today)
  const [newest, oldest] = [weeks[0] ?? today, weeks.at(-1) ?? today]
  if (weekStart > newest) return [{ field, problem: 'in-the-future', limit: newest }]
  if (weekStart < oldest) return [{ field, problem: 'too-long-ago', limit: oldest }]
  return weeks.includes(weekStart) ? [] : [{ field, problem: 'not-an-option' }]
}
