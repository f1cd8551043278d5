/** Finds the board's submission deadline, and what follows if it has passed. */
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import type { CertificationAssessment } from '../status/assess-certification.ts'

export interface SubmissionDay {
  /** The deadline while it is ahead; null if none was read or it has passed. */
  readonly byOn: PlainDate | null
  /** The deadline, if it has passed. */
  readonly wantedOn: PlainDate | null
  readonly isOver: boolean
  /** The board only requests this date; missing it has no consequence (Oregon). */
  readonly isRequest: boolean
  /** The fee after the deadline; null if none was read. */
  readonly lateFeeUsd: number | null
}

export function submissionDay(
  { rule, expiresOn }: Pick<CertificationAssessment, 'rule' | 'expiresOn'>,
  today: PlainDate,
): SubmissionDay {
  const { dueDaysBefore, dueIsRequest, lateFeeUsd = null } = rule.submission
  const day = expiresOn === null || dueDaysBefore === null ? null : addDays(expiresOn, -dueDaysBefore)
  const isOver = day !== null && day < today
  return {
    byOn: isOver ? null : day,
    wantedOn: isOver ? day : null,
    isOver,
    isRequest: dueIsRequest,
    lateFeeUsd,
  }
}
