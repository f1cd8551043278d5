/** The day by which the board wants a renewal, and what follows when that has passed. */
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import type { CertificationAssessment } from '../status/assess-certification.ts'

export interface SubmissionDay {
  /** The day to keep: the board's while it is ahead; null where none was read, or it has passed. */
  readonly byOn: PlainDate | null
  /** The board's day, once it has passed. */
  readonly wantedOn: PlainDate | null
  readonly isOver: boolean
  /** The board asks for it, and nothing follows from a later day (Oregon). */
  readonly isRequest: boolean
  /** What it costs after that day; null: nothing was read of that. */
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
