/** What can be done once a certificate has expired: by the board's late rule, and only for those whom it is for. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { LateStep } from '../rules/submission.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { StatusReason } from '../status/status.ts'
import { GapState, type Gaps } from './gaps.ts'

export type StepAfterTheEnd =
  /** It is complete, and the board still takes it. */
  | { readonly kind: 'submit-late'; readonly byOn: PlainDate | null; readonly feeUsd: number | null }
  /** The board still takes renewals, and it is not known to be complete: whether new hours count is for the board to say. */
  | {
      readonly kind: 'ask-late-hours'
      readonly gaps: Gaps
      readonly byOn: PlainDate | null
      readonly feeUsd: number | null
    }
  /** The late renewal is only for those whose hours were complete on the last day, and these were not. */
  | { readonly kind: 'late-only-if-complete'; readonly gaps: Gaps; readonly endedOn: PlainDate }
  /** Until `byOn` at the latest; null: no day was read. */
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
