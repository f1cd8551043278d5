/** What is refused when a renewal is said to be sent in, or a board to have decided. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { isPlainDate } from '../../calendar/plain-date.ts'
import { validateLine } from '../../validation/one-line.ts'
import { validatePastDay } from '../../validation/past-day.ts'
import { validateWholeNumber, type ValidationError } from '../../validation/validation-error.ts'

export const RECEIPT_LIMIT = 60
export const RENEWAL_FEE_MOST_USD = 10_000
/** A receipt that is older belongs to an earlier cycle. */
export const SUBMITTED_YEARS_BACK = 2

export const ReturnReason = {
  HOURS_SHORT: 'HOURS_SHORT',
  PROOF_MISSING: 'PROOF_MISSING',
  FORM_INCOMPLETE: 'FORM_INCOMPLETE',
  FEE_UNPAID: 'FEE_UNPAID',
  TOO_LATE: 'TOO_LATE',
  OTHER: 'OTHER',
} as const
export type ReturnReason = (typeof ReturnReason)[keyof typeof ReturnReason]

/** Why a certification lapsed: what happened on the way, never who is to blame. */
export const LapseCause = {
  HOURS_SHORT: 'HOURS_SHORT',
  PROOF_MISSING: 'PROOF_MISSING',
  SUBMITTED_LATE: 'SUBMITTED_LATE',
  FEE_UNPAID: 'FEE_UNPAID',
  NOT_REMINDED: 'NOT_REMINDED',
  ON_LEAVE: 'ON_LEAVE',
  BOARD_DELAY: 'BOARD_DELAY',
  CHOSE_NOT_TO_RENEW: 'CHOSE_NOT_TO_RENEW',
  OTHER: 'OTHER',
} as const
export type LapseCause = (typeof LapseCause)[keyof typeof LapseCause]

export const RenewalDecision = { APPROVED: 'APPROVED', RETURNED: 'RETURNED' } as const
export type RenewalDecision = (typeof RenewalDecision)[keyof typeof RenewalDecision]

export interface SubmissionInput {
  readonly submittedOn: string
  readonly receiptNumber?: string | null | undefined
  readonly feeUsd?: number | null | undefined
}

/** `opensOn`: the day that the board's own rule names; an opening that only we assume refuses nothing. */
export function validateSubmission(
  { submittedOn, receiptNumber, feeUsd }: SubmissionInput,
  opensOn: PlainDate | null,
  today: PlainDate,
): ValidationError[] {
  const isTooEarly = isPlainDate(submittedOn) && opensOn !== null && submittedOn < opensOn
  return [
    ...validatePastDay('submittedOn', submittedOn, SUBMITTED_YEARS_BACK, today),
    ...(isTooEarly ? [{ field: 'submittedOn', problem: 'before-its-start', limit: opensOn } as const] : []),
    ...validateLine('receiptNumber', receiptNumber, RECEIPT_LIMIT),
    ...validateWholeNumber('feeUsd', feeUsd, 0, RENEWAL_FEE_MOST_USD),
  ]
}

export interface DecisionInput {
  readonly outcome: RenewalDecision
  readonly decidedOn: string
  readonly returnReason?: ReturnReason | null | undefined
}

export function validateDecision(
  { outcome, decidedOn, returnReason = null }: DecisionInput,
  submittedOn: PlainDate,
  today: PlainDate,
): ValidationError[] {
  const field = 'returnReason'
  const isTooEarly = isPlainDate(decidedOn) && decidedOn < submittedOn
  return [
    ...validatePastDay('decidedOn', decidedOn, SUBMITTED_YEARS_BACK, today),
    ...(isTooEarly ? [{ field: 'decidedOn', problem: 'before-its-start', limit: submittedOn } as const] : []),
    ...(outcome === RenewalDecision.RETURNED && returnReason === null
      ? [{ field, problem: 'required' } as const]
      : []),
    ...(outcome === RenewalDecision.APPROVED && returnReason !== null
      ? [{ field, problem: 'not-an-option' } as const]
      : []),
  ]
}
