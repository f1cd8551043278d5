/** A supervisor confirms what was recorded of a cycle, where the board wants that with a renewal. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import { RenewalPaper } from '../rules/asked.ts'

export const AttestationAnswer = { ATTESTED: 'ATTESTED', DECLINED: 'DECLINED' } as const
export type AttestationAnswer = (typeof AttestationAnswer)[keyof typeof AttestationAnswer]

/** Why a supervisor does not confirm: a fact of the records or of the supervisor, never a word about the peer. */
export const DeclineReason = {
  /** They did not supervise in this cycle, or in too little of it. */
  NOT_MY_TIME: 'NOT_MY_TIME',
  /** What is recorded is not what they remember. */
  HOURS_DIFFER: 'HOURS_DIFFER',
  /** The board wants somebody with another qualification. */
  NOT_QUALIFIED: 'NOT_QUALIFIED',
  TALK_FIRST: 'TALK_FIRST',
} as const
export type DeclineReason = (typeof DeclineReason)[keyof typeof DeclineReason]

/** Whether the rule of a certification asks for it. */
export const wantsSupervisor = (papers: readonly RenewalPaper[]): boolean =>
  papers.includes(RenewalPaper.SUPERVISOR_ATTESTATION)

export function validateAttestation({
  outcome,
  declineReason,
}: {
  readonly outcome: AttestationAnswer
  readonly declineReason?: DeclineReason | null | undefined
}): ValidationError[] {
  const isDeclined = outcome === AttestationAnswer.DECLINED
  if (isDeclined && !declineReason) return [{ field: 'declineReason', problem: 'required' }]
  if (!isDeclined && declineReason) return [{ field: 'declineReason', problem: 'not-an-option' }]
  return []
}

/** What the way of a renewal knows of it. */
export interface SupervisorAttestationFacts {
  readonly outcome: AttestationAnswer | null
  readonly answeredOn: PlainDate | null
}
