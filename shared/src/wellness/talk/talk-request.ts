import { addDays, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import { answerDueOn } from './working-days.ts'

/** What became of a request to talk. */
export const TalkState = {
  /** The supervisor has not offered a time, or the peer asked for another one. */
  WAITING: 'WAITING',
  OFFERED: 'OFFERED',
  ACCEPTED: 'ACCEPTED',
  NOT_NEEDED: 'NOT_NEEDED',
} as const
export type TalkState = (typeof TalkState)[keyof typeof TalkState]

export const TalkAnswer = {
  ACCEPTED: 'ACCEPTED',
  ANOTHER_TIME: 'ANOTHER_TIME',
  /** The supervisor offered another time before the peer answered. */
  REPLACED: 'REPLACED',
} as const
export type TalkAnswer = (typeof TalkAnswer)[keyof typeof TalkAnswer]

/** How long a planned talk is; either of the two can change it. */
export const TALK_MINUTES = 30

/** An offer further ahead than this answers no wish to talk. */
export const OFFER_DAYS_AHEAD = 30
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/

export interface TalkFacts {
  readonly closedAs: 'ACCEPTED' | 'NOT_NEEDED' | null
  /** Of the latest offer; undefined where there is none. */
  readonly latestAnswer: TalkAnswer | null | undefined
}

export function talkState({ closedAs, latestAnswer }: TalkFacts): TalkState {
  if (closedAs !== null) return closedAs
  return latestAnswer === null ? TalkState.OFFERED : TalkState.WAITING
}

/** From this day on the peer, and only the peer, is offered somebody else. `since` is the day of the latest wish. */
export function isUnanswered(state: TalkState, since: PlainDate, today: PlainDate): boolean {
  return state === TalkState.WAITING && today > answerDueOn(since)
}

export interface TalkOfferInput {
  readonly onDay: string
  readonly atTime: string
}

export function validateTalkOffer({ onDay, atTime }: TalkOfferInput, today: PlainDate): ValidationError[] {
  return [
    ...dayErrors(onDay, today),
    ...(TIME_OF_DAY.test(atTime) ? [] : [{ field: 'atTime', problem: 'required' } as const]),
  ]
}

function dayErrors(onDay: string, today: PlainDate): ValidationError[] {
  const field = 'onDay'
  if (!isPlainDate(onDay)) return [{ field, problem: 'not-a-date' }]
  if (onDay < today) return [{ field, problem: 'too-long-ago', limit: today }]
  const latest = addDays(today, OFFER_DAYS_AHEAD)
  return onDay > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
}
