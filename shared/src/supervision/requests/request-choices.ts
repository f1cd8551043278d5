import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'
import { SUPERVISION_TYPES } from '../supervision-types.ts'

// What a peer can ask for, and what can be answered: closed lists, so that nobody has to give a reason.

export const RequestedWeekday = {
  MONDAY: 'MONDAY',
  TUESDAY: 'TUESDAY',
  WEDNESDAY: 'WEDNESDAY',
  THURSDAY: 'THURSDAY',
  FRIDAY: 'FRIDAY',
  WEEKEND: 'WEEKEND',
} as const
export type RequestedWeekday = (typeof RequestedWeekday)[keyof typeof RequestedWeekday]
export const REQUESTED_WEEKDAYS = Object.values(RequestedWeekday)

export const TimeOfDayChoice = {
  MORNING: 'MORNING',
  MIDDAY: 'MIDDAY',
  AFTERNOON: 'AFTERNOON',
  EVENING: 'EVENING',
} as const
export type TimeOfDayChoice = (typeof TimeOfDayChoice)[keyof typeof TimeOfDayChoice]
export const TIME_OF_DAY_CHOICES = Object.values(TimeOfDayChoice)

export const TimeRequestStatus = {
  OPEN: 'OPEN',
  PLANNED: 'PLANNED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
} as const
export type TimeRequestStatus = (typeof TimeRequestStatus)[keyof typeof TimeRequestStatus]

/** Where a supervisor plans no session for it. */
export const TimeRequestAnswer = {
  LETS_TALK: 'LETS_TALK',
  NEXT_SESSION: 'NEXT_SESSION',
  AWAY: 'AWAY',
} as const
export type TimeRequestAnswer = (typeof TimeRequestAnswer)[keyof typeof TimeRequestAnswer]
export const TIME_REQUEST_ANSWERS = Object.values(TimeRequestAnswer)

export const SupervisionWish = { MORE: 'MORE', OTHER: 'OTHER' } as const
export type SupervisionWish = (typeof SupervisionWish)[keyof typeof SupervisionWish]
export const SUPERVISION_WISHES = Object.values(SupervisionWish)

export const SupervisionRequestStatus = {
  OPEN: 'OPEN',
  ANSWERED: 'ANSWERED',
  WITHDRAWN: 'WITHDRAWN',
} as const
export type SupervisionRequestStatus =
  (typeof SupervisionRequestStatus)[keyof typeof SupervisionRequestStatus]

export const SupervisionRequestAnswer = {
  WE_WILL_TALK: 'WE_WILL_TALK',
  CHANGE_COMING: 'CHANGE_COMING',
  ALREADY_CHANGED: 'ALREADY_CHANGED',
  NOT_NOW: 'NOT_NOW',
} as const
export type SupervisionRequestAnswer =
  (typeof SupervisionRequestAnswer)[keyof typeof SupervisionRequestAnswer]
export const SUPERVISION_REQUEST_ANSWERS = Object.values(SupervisionRequestAnswer)

interface TimeRequestRule {
  readonly type: string
  readonly weekdays: readonly string[]
  readonly timesOfDay: readonly string[]
}

/** No day and no time of day means that any is fine. */
export function validateTimeRequest({ type, weekdays, timesOfDay }: TimeRequestRule): ValidationError[] {
  return [
    ...validateChoice('type', [type], SUPERVISION_TYPES),
    ...validateChoice('weekdays', weekdays, REQUESTED_WEEKDAYS),
    ...validateChoice('timesOfDay', timesOfDay, TIME_OF_DAY_CHOICES),
  ]
}

export function validateSupervisionRequest(input: {
  readonly wish: string
  readonly type: string
}): ValidationError[] {
  return [
    ...validateChoice('wish', [input.wish], SUPERVISION_WISHES),
    ...validateChoice('type', [input.type], SUPERVISION_TYPES),
  ]
}
