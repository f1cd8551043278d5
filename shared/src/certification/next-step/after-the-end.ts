/** Decides what can be done after expiration, by the board's late-renewal rule and only for those it covers. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { LateStep } from '../rules/submission.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { StatusReason } from '../status/status.ts'
import { GapState, type Gaps } from './gaps.ts'

export type StepAfterTheEnd =
  /** All requirements are met, and the board still accepts the renewal. */
  | { readonly kind: 'submit-late'; readonly byOn: PlainDate | null; readonly feeUsd: number | null }
  /** The board still accepts renewals, but something is short or unknown: only the board can say if new hours count. */
  | {
      readonly kind: 'ask-late-hours'
      readonly gaps: Gaps
      readonly byOn: PlainDate | null
      readonly feeUsd: number | null
    }
  /** Late renewal is only for holders whose hours were complete at expiration, and these were not. */
  | { readonly kind: 'late-only-if-complete'; readonly gaps: Gaps; readonly endedOn: PlainDate }
  /** Possible until `byOn`; null if no date was read. */
  | {
      readonly kind: 'reinstate'
      readonly again: LateStep['again']
      readonly byOn: PlainDate | null
      readonly feeUsd: number | null
    }

type Expired = Extract<StatusReason, { kind: 'expired' }>

export function afterTheEnd(
  { expiredOn, late, untilOn }: Expired,
  gaps: Gaps,
  { earning }: Pick<RenewalRule, 'earning'>,
): StepAfterTheEnd {
  const isComplete = gaps.state === GapState.MET || gaps.state === GapState.NOTHING_OWED
  const { feeUsd = null, again = [], needsHoursComplete = false } = late ?? {}
  const isStillTaken = late?.status === 'grace' || needsHoursComplete
  const isClosed = needsHoursComplete || (isStillTaken && earning.countsInGrace === false)
  if (isClosed && gaps.state === GapState.SHORT) {
    return { kind: 'late-only-if-complete', gaps, endedOn: expiredOn }
  }
  if (!isStillTaken) return { kind: 'reinstate', again, byOn: untilOn, feeUsd }
  if (isComplete) return { kind: 'submit-late', byOn: untilOn, feeUsd }
  return { kind: 'ask-late-hours', gaps, byOn: untilOn, feeUsd }
}
