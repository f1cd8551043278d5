/** Where a renewal is on its way from the opening to the board's decision, and what is done, next or ahead. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { GapState } from '../next-step/gaps.ts'
import { AttestationAnswer, type SupervisorAttestationFacts } from './supervisor-attestation.ts'

export const RenewalPathState = {
  /** The board does not take it yet. */
  NOT_OPEN: 'NOT_OPEN',
  /** It is open, and something is short or not known. */
  GATHERING: 'GATHERING',
  /** Everything that can be tracked is met, and it can be sent. */
  READY: 'READY',
  /** It was sent, and the board has not decided. */
  SUBMITTED: 'SUBMITTED',
  /** The board sent it back. */
  RETURNED: 'RETURNED',
  /** It expired before it was sent. */
  EXPIRED: 'EXPIRED',
  /** The expiry is not known, so neither is its way. */
  UNKNOWN: 'UNKNOWN',
} as const
export type RenewalPathState = (typeof RenewalPathState)[keyof typeof RenewalPathState]

export const RenewalStepKind = {
  OPENS: 'OPENS',
  GATHER: 'GATHER',
  ATTEST: 'ATTEST',
  /** Only where the board wants a supervisor's word. */
  SUPERVISOR: 'SUPERVISOR',
  SUBMIT: 'SUBMIT',
  DECIDE: 'DECIDE',
} as const
export type RenewalStepKind = (typeof RenewalStepKind)[keyof typeof RenewalStepKind]

export const RenewalStepState = { DONE: 'DONE', NOW: 'NOW', AHEAD: 'AHEAD' } as const
export type RenewalStepState = (typeof RenewalStepState)[keyof typeof RenewalStepState]

export interface RenewalStep {
  readonly kind: RenewalStepKind
  readonly state: RenewalStepState
  /** The day on which it was done, or by which it is due; null where none is known. */
  readonly on: PlainDate | null
}

export interface SubmissionFacts {
  readonly submittedOn: PlainDate
  readonly outcome: 'APPROVED' | 'RETURNED' | null
  readonly decidedOn: PlainDate | null
}

export interface PathFacts {
  /** The expiry in force, which names the cycle. */
  readonly expiresOn: PlainDate | null
  readonly opensOn: PlainDate | null
  /** By which the board wants it, or the expiry. */
  readonly dueOn: PlainDate | null
  readonly gaps: GapState
  readonly attestedOn: PlainDate | null
  /** Null: the board wants none; otherwise the one that was asked for last, open until it is answered. */
  readonly supervisor: SupervisorAttestationFacts | null
  /** The latest of this cycle that counts. */
  readonly submission: SubmissionFacts | null
}

export interface RenewalPath {
  readonly state: RenewalPathState
  readonly steps: readonly RenewalStep[]
}

export function renewalPath(facts: PathFacts, today: PlainDate): RenewalPath {
  const state = stateOf(facts, today)
  return { state, steps: state === RenewalPathState.UNKNOWN ? [] : stepsOf(facts, state, today) }
}

function stateOf({ expiresOn, opensOn, gaps, submission }: PathFacts, today: PlainDate): RenewalPathState {
  if (expiresOn === null) return RenewalPathState.UNKNOWN
  if (submission && submission.outcome !== 'RETURNED') return RenewalPathState.SUBMITTED
  if (expiresOn < today) return RenewalPathState.EXPIRED
  if (submission) return RenewalPathState.RETURNED
  if (opensOn !== null && today < opensOn) return RenewalPathState.NOT_OPEN
  return isMet(gaps) ? RenewalPathState.READY : RenewalPathState.GATHERING
}

const isMet = (gaps: GapState): boolean => gaps === GapState.MET || gaps === GapState.NOTHING_OWED

function stepsOf(facts: PathFacts, state: RenewalPathState, today: PlainDate): RenewalStep[] {
  const { opensOn, dueOn, gaps, attestedOn, supervisor, submission } = facts
  const isSent = state === RenewalPathState.SUBMITTED
  const isOpen = isSent || opensOn === null || opensOn <= today
  const done: Record<RenewalStepKind, boolean> = {
    OPENS: isOpen,
    GATHER: isSent || isMet(gaps),
    ATTEST: isSent || attestedOn !== null,
    SUPERVISOR: isSent || supervisor?.outcome === AttestationAnswer.ATTESTED,
    SUBMIT: isSent,
    DECIDE: submission?.outcome === 'APPROVED',
  }
  const on: Record<RenewalStepKind, PlainDate | null> = {
    OPENS: opensOn,
    GATHER: dueOn,
    ATTEST: attestedOn,
    SUPERVISOR: supervisor?.outcome === AttestationAnswer.ATTESTED ? supervisor.answeredOn : null,
    SUBMIT: isSent ? (submission?.submittedOn ?? null) : dueOn,
    DECIDE: submission?.decidedOn ?? null,
  }
  const kinds = Object.values(RenewalStepKind).filter(
    (kind) => kind !== RenewalStepKind.SUPERVISOR || supervisor !== null,
  )
  const next = kinds.find((kind) => !done[kind])
  return kinds.map((kind) => ({
    kind,
    state: done[kind] ? 'DONE' : kind === next ? 'NOW' : 'AHEAD',
    on: on[kind],
  }))
}
