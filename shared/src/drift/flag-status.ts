import type { PlainDate } from '../calendar/plain-date.ts'
import { isBlank } from '../validation/one-line.ts'
import {
  FOLLOW_UP_TEXT_LIMIT,
  type FollowUpInput,
  validateFollowUp,
} from '../supervision/follow-ups/follow-up-input.ts'
import { validateText, type ValidationError } from '../validation/validation-error.ts'

/** How far a drift flag has come. */
export const FlagStatus = {
  /** Raised; the peer has been told. */
  OPEN: 'OPEN',
  /** Talked about in supervision. */
  DISCUSSED: 'DISCUSSED',
  /** There is a plan for what will change. */
  PLANNED: 'PLANNED',
  /** A supervisor says that the plan is done; the peer has not answered. */
  PROPOSED_RESOLVED: 'PROPOSED_RESOLVED',
  /** A supervisor says that it is part of the role; the peer has not answered. */
  PROPOSED_NOT_DRIFT: 'PROPOSED_NOT_DRIFT',
  /** The peer sees it differently: the flag stays open. */
  NOT_AGREED: 'NOT_AGREED',
  /** What was planned has been done. */
  RESOLVED: 'RESOLVED',
  /** It was looked at, and it is the peer's role after all; the reason is kept with it. */
  NOT_DRIFT: 'NOT_DRIFT',
} as const
export type FlagStatus = (typeof FlagStatus)[keyof typeof FlagStatus]
export const FLAG_STATUSES = Object.values(FlagStatus)

/** A flag is the peer's: they alone close it, and open it again. */
export const StepTaker = { PEER: 'PEER', SUPERVISOR: 'SUPERVISOR' } as const
export type StepTaker = (typeof StepTaker)[keyof typeof StepTaker]

export const PLAN_LIMIT = 2000
export const REASON_LIMIT = 1000

const NEXT: Readonly<Record<FlagStatus, Readonly<Record<StepTaker, readonly FlagStatus[]>>>> = {
  OPEN: {
    PEER: [FlagStatus.DISCUSSED, FlagStatus.NOT_DRIFT],
    SUPERVISOR: [FlagStatus.DISCUSSED, FlagStatus.PROPOSED_NOT_DRIFT],
  },
  DISCUSSED: {
    PEER: [FlagStatus.PLANNED, FlagStatus.NOT_DRIFT],
    SUPERVISOR: [FlagStatus.PLANNED, FlagStatus.PROPOSED_NOT_DRIFT],
  },
  PLANNED: {
    PEER: [FlagStatus.RESOLVED, FlagStatus.NOT_DRIFT],
    SUPERVISOR: [FlagStatus.PROPOSED_RESOLVED, FlagStatus.PROPOSED_NOT_DRIFT],
  },
  PROPOSED_RESOLVED: { PEER: [FlagStatus.RESOLVED, FlagStatus.NOT_AGREED], SUPERVISOR: [] },
  PROPOSED_NOT_DRIFT: { PEER: [FlagStatus.NOT_DRIFT, FlagStatus.NOT_AGREED], SUPERVISOR: [] },
  NOT_AGREED: {
    PEER: [FlagStatus.DISCUSSED, FlagStatus.PLANNED, FlagStatus.NOT_DRIFT],
    SUPERVISOR: [FlagStatus.DISCUSSED, FlagStatus.PLANNED],
  },
  RESOLVED: { PEER: [FlagStatus.OPEN], SUPERVISOR: [] },
  NOT_DRIFT: { PEER: [FlagStatus.OPEN], SUPERVISOR: [] },
}

/** Where the peer, or a supervisor who sees the flag, can take it from here. */
export function nextStatuses(status: FlagStatus, by: StepTaker): readonly FlagStatus[] {
  return NEXT[status][by]
}

/** A step that the flag may take, but not by a supervisor: it closes the flag, answers a proposal or reopens it. */
export function isForPeerOnly(from: FlagStatus, to: FlagStatus): boolean {
  return NEXT[from].PEER.includes(to) && !NEXT[from].SUPERVISOR.includes(to)
}

/** Whether a supervisor waits for the peer's answer. */
export function awaitsPeer(status: FlagStatus): boolean {
  return status === FlagStatus.PROPOSED_NOT_DRIFT || status === FlagStatus.PROPOSED_RESOLVED
}

/** What is written down with a step: the plan with `PLANNED`, the reason why it is part of the role. */
export interface FlagStepInput {
  readonly plan?: string | null | undefined
  readonly reason?: string | null | undefined
  /** Whose task the plan becomes, and by when; its text is the plan. */
  readonly followUp?: Omit<FollowUpInput, 'text'> | null | undefined
}

/** Whoever says that it is part of the role says why; the peer who agrees to that has the reason before them. */
export function needsReason(from: FlagStatus, to: FlagStatus): boolean {
  if (to === FlagStatus.PROPOSED_NOT_DRIFT) return true
  return to === FlagStatus.NOT_DRIFT && from !== FlagStatus.PROPOSED_NOT_DRIFT
}

/** Refuses a step that leaves one out, and one that does not say what it must. */
export function validateFlagStep(
  from: FlagStatus,
  to: FlagStatus,
  by: StepTaker,
  input: FlagStepInput,
  today: PlainDate,
): ValidationError[] {
  if (!nextStatuses(from, by).includes(to)) return [{ field: 'to', problem: 'not-an-option' }]
  return [
    ...(to === FlagStatus.PLANNED ? validateBlank('plan', input.plan) : []),
    ...(needsReason(from, to) ? validateBlank('reason', input.reason) : []),
    ...validateText('plan', input.plan, input.followUp ? FOLLOW_UP_TEXT_LIMIT : PLAN_LIMIT),
    ...(input.followUp ? validateTask(to, input.followUp, today) : []),
    ...validateText('reason', input.reason, REASON_LIMIT),
  ]
}

/** Only a plan becomes a task. */
function validateTask(
  to: FlagStatus,
  followUp: Omit<FollowUpInput, 'text'>,
  today: PlainDate,
): ValidationError[] {
  if (to !== FlagStatus.PLANNED) return [{ field: 'followUp', problem: 'not-an-option' }]
  return validateFollowUp({ ...followUp, text: '-' }, today, 'followUp.')
}

function validateBlank(field: string, text: string | null | undefined): ValidationError[] {
  return isBlank(text) ? [{ field, problem: 'required' }] : []
}
