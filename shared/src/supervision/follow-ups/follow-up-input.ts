import { addDays, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { isBlank } from '../../validation/one-line.ts'
import { validateChoice, validateText, type ValidationError } from '../../validation/validation-error.ts'

/** Whose task it is: one of the two, whoever the supervisor is by then. */
export const FollowUpOwner = { PEER: 'PEER', SUPERVISOR: 'SUPERVISOR' } as const
export type FollowUpOwner = (typeof FollowUpOwner)[keyof typeof FollowUpOwner]
export const FOLLOW_UP_OWNERS = Object.values(FollowUpOwner)

export const FollowUpState = {
  /** Carried to every next session. */
  OPEN: 'OPEN',
  DONE: 'DONE',
  /** No longer needed; it stays readable. */
  DROPPED: 'DROPPED',
} as const
export type FollowUpState = (typeof FollowUpState)[keyof typeof FollowUpState]
export const FOLLOW_UP_STATES = Object.values(FollowUpState)

export const FOLLOW_UP_TEXT_LIMIT = 200
/** What takes longer than a year is a goal. */
export const FOLLOW_UP_WITHIN_DAYS = 366
/** As far ahead as the next session mostly is. */
export const USUAL_FOLLOW_UP_DAYS = 14

export interface FollowUpInput {
  readonly text: string
  readonly owner: string
  readonly dueOn: string
}

/** Due from today to a year ahead; the limit is the first or last day allowed. */
export function validateFollowUp(
  { text, owner, dueOn }: FollowUpInput,
  today: PlainDate,
  path = '',
): ValidationError[] {
  return [
    ...(isBlank(text) ? [{ field: `${path}text`, problem: 'required' } as const] : []),
    ...validateText(`${path}text`, text, FOLLOW_UP_TEXT_LIMIT),
    ...validateChoice(`${path}owner`, [owner], FOLLOW_UP_OWNERS),
    ...validateDayAhead(`${path}dueOn`, dueOn, today, FOLLOW_UP_WITHIN_DAYS),
  ]
}

export function validateDayAhead(
  field: string,
  day: string,
  today: PlainDate,
  withinDays: number,
): ValidationError[] {
  if (day === '') return [{ field, problem: 'required' }]
  if (!isPlainDate(day)) return [{ field, problem: 'not-a-date' }]
  if (day < today) return [{ field, problem: 'too-long-ago', limit: today }]
  const last = addDays(today, withinDays)
  return day > last ? [{ field, problem: 'too-far-ahead', limit: last }] : []
}

/** Who may bring a follow-up into a state: its owner into any; whoever made it can drop it, and take that back. */
export function mayClose(
  state: FollowUpState,
  followUp: { readonly state: FollowUpState; readonly isMine: boolean; readonly isMadeByMe: boolean },
): boolean {
  if (followUp.isMine) return true
  if (!followUp.isMadeByMe) return false
  return (
    state === FollowUpState.DROPPED ||
    (state === FollowUpState.OPEN && followUp.state === FollowUpState.DROPPED)
  )
}
