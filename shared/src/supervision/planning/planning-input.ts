import { addDays, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { isTimeOfDay } from '../../calendar/wall-clock.ts'
import {
  validateChoice,
  validateWholeNumber,
  type ValidationError,
} from '../../validation/validation-error.ts'
import { SESSION_MODALITIES } from '../sessions/session-formats.ts'
import { ATTENDEES } from '../sessions/session-minutes.ts'
import { SUPERVISION_TYPES } from '../supervision-types.ts'
import { CHOSEN_REASONS } from './planned-reasons.ts'
import { SERIES_TIMES, SERIES_WEEKS, seriesDays } from './series.ts'

/** Shorter is a greeting, longer a training. */
export const PLANNED_MINUTES = { from: 5, to: 480 } as const
/** Further ahead, nobody knows their calendar. */
export const PLANNED_AHEAD_DAYS = 366

export interface MeetingTime {
  readonly startsOn: string
  readonly startTime: string
  readonly minutes: number
  readonly modality: string
}

export interface PlanSessionRule extends MeetingTime {
  readonly peerIds: readonly string[]
  readonly types: readonly string[]
  readonly repeat?: { readonly everyWeeks: number; readonly times: number } | null | undefined
}

/** Everything that is wrong with a session as planned; whose peers they are is asked elsewhere. */
export function validatePlanSession(input: PlanSessionRule, today: PlainDate): ValidationError[] {
  const { peerIds, types, repeat } = input
  return [
    ...validateCount('peerIds', peerIds, ATTENDEES),
    ...validateRepeated('peerIds', peerIds),
    ...validateCount('types', types, { from: 1, to: SUPERVISION_TYPES.length }),
    ...validateChoice('types', types, SUPERVISION_TYPES),
    ...validateMeetingTime(input, today),
    ...(repeat ? validateRepeat(input.startsOn, repeat, today) : []),
  ]
}

/** The day lies between today and a year ahead; the limit is the first or the last day that is possible. */
export function validateMeetingTime(
  { startsOn, startTime, minutes, modality }: MeetingTime,
  today: PlainDate,
): ValidationError[] {
  return [
    ...validateDay('startsOn', startsOn, today),
    ...validateTime('startTime', startTime),
    ...validateWholeNumber('minutes', minutes, PLANNED_MINUTES.from, PLANNED_MINUTES.to),
    ...validateChoice('modality', [modality], SESSION_MODALITIES),
  ]
}

export function validateReason(reason: string): ValidationError[] {
  return reason === ''
    ? [{ field: 'reason', problem: 'required' }]
    : validateChoice('reason', [reason], CHOSEN_REASONS)
}

function validateDay(field: string, day: string, today: PlainDate): ValidationError[] {
  if (day === '') return [{ field, problem: 'required' }]
  if (!isPlainDate(day)) return [{ field, problem: 'not-a-date' }]
  if (day < today) return [{ field, problem: 'too-long-ago', limit: today }]
  const last = addDays(today, PLANNED_AHEAD_DAYS)
  return day > last ? [{ field, problem: 'too-far-ahead', limit: last }] : []
}

function validateTime(field: string, time: string): ValidationError[] {
  if (time === '') return [{ field, problem: 'required' }]
  return isTimeOfDay(time) ? [] : [{ field, problem: 'not-an-option' }]
}

function validateRepeat(
  startsOn: string,
  { everyWeeks, times }: { everyWeeks: number; times: number },
  today: PlainDate,
): ValidationError[] {
  const numbers = [
    ...validateWholeNumber('repeat.everyWeeks', everyWeeks, SERIES_WEEKS.from, SERIES_WEEKS.to),
    ...validateWholeNumber('repeat.times', times, SERIES_TIMES.from, SERIES_TIMES.to),
  ]
  if (numbers.length > 0 || !isPlainDate(startsOn)) return numbers
  const lastDay = addDays(today, PLANNED_AHEAD_DAYS)
  const fitting = seriesDays(startsOn, everyWeeks, times).filter((day) => day <= lastDay).length
  return fitting < times ? [{ field: 'repeat.times', problem: 'too-large', limit: fitting }] : []
}

function validateCount(
  field: string,
  list: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): ValidationError[] {
  if (list.length < from) return [{ field, problem: 'too-few', limit: from }]
  return list.length > to ? [{ field, problem: 'too-many', limit: to }] : []
}

function validateRepeated(field: string, ids: readonly string[]): ValidationError[] {
  const known = ids.map((id) => id.toLowerCase())
  return known.flatMap((id, at): ValidationError[] =>
    known.indexOf(id) < at ? [{ field: `${field}.${at}`, problem: 'repeated' }] : [],
  )
}
