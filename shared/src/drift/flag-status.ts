import { validateText, type ValidationError } from '../validation/validation-error.ts'

/** How far a drift flag has come. */
export const FlagStatus = {
  /** Raised; the peer has been told. */
  OPEN: 'OPEN',
  /** Talked about in supervision. */
  DISCUSSED: 'DISCUSSED',
  /** There is a plan for what will change. */
  PLANNED: 'PLANNED',
  /** What was planned has been done. */
  RESOLVED: 'RESOLVED',
  /** It was looked at, and it is the peer's role after all; the reason is kept with it. */
  NOT_DRIFT: 'NOT_DRIFT',
} as const
export type FlagStatus = (typeof FlagStatus)[keyof typeof FlagStatus]
export const FLAG_STATUSES = Object.values(FlagStatus)

export const PLAN_LIMIT = 2000
export const REASON_LIMIT = 1000

const NEXT: Readonly<Record<FlagStatus, readonly FlagStatus[]>> = {
  OPEN: [FlagStatus.DISCUSSED, FlagStatus.NOT_DRIFT],
  DISCUSSED: [FlagStatus.PLANNED, FlagStatus.NOT_DRIFT],
  PLANNED: [FlagStatus.RESOLVED, FlagStatus.NOT_DRIFT],
  RESOLVED: [],
  NOT_DRIFT: [],
}

/** Where a flag can go from here; the two ends stay ends, a new flag tells of what comes later. */
export function nextStatuses(status: FlagStatus): readonly FlagStatus[] {
  return NEXT[status]
}

/** A flag that has not come to its end passes through these, one step each. */
const IN_ORDER = [FlagStatus.OPEN, FlagStatus.DISCUSSED, FlagStatus.PLANNED] as const

/** The status of a flag with so many steps; undefined where a flag with so many has come to its end. */
export function statusAfter(steps: number): FlagStatus | undefined {
  return IN_ORDER[steps]
}

/** What is written down with a step: the plan with `PLANNED`, the reason with `NOT_DRIFT`. */
export interface FlagStepInput {
  readonly plan?: string | null | undefined
  readonly reason?: string | null | undefined
}

/** Refuses a step that leaves one out, and one that does not say what it must. */
export function validateFlagStep(from: FlagStatus, to: FlagStatus, input: FlagStepInput): ValidationError[] {
  if (!nextStatuses(from).includes(to)) return [{ field: 'to', problem: 'not-an-option' }]
  return [
    ...(to === FlagStatus.PLANNED ? validateBlank('plan', input.plan) : []),
    ...(to === FlagStatus.NOT_DRIFT ? validateBlank('reason', input.reason) : []),
    ...validateText('plan', input.plan, PLAN_LIMIT),
    ...validateText('reason', input.reason, REASON_LIMIT),
  ]
}

function validateBlank(field: string, text: string | null | undefined): ValidationError[] {
  return (text ?? '').trim() === '' ? [{ field, problem: 'required' }] : []
}
