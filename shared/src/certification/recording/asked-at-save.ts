/** What somebody is asked before a course is saved: whether it is there already, and for whom it will count for nothing. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { foldedForComparison } from '../../language/folded-text.ts'
import { programmeKey } from '../hours/repeated-courses.ts'
import type { CourseAnswer } from '../course-check/credit-outcome.ts'
import { CertificationStatus } from '../status/status.ts'

export interface CourseOnDays {
  readonly title: string
  readonly provider?: string | null | undefined
  /** Missing or null: it took one day. */
  readonly startsOn?: PlainDate | null | undefined
  readonly heldOn: PlainDate
}

/**
 * The same title, spelled in whatever way, on the same days. Who gave it is left out where one of the two does not say:
 * most who enter a course twice leave it out once.
 */
export function isSameCourse(one: CourseOnDays, other: CourseOnDays): boolean {
  if (programmeKey(one.title) !== programmeKey(other.title)) return false
  const [by, otherBy] = [one, other].map(({ provider }) => foldedForComparison(provider ?? ''))
  if (by && otherBy && by !== otherBy) return false
  return (one.startsOn ?? one.heldOn) <= other.heldOn && (other.startsOn ?? other.heldOn) <= one.heldOn
}

/** Why hours count for nothing, or not surely. */
export const NoEffectCause = {
  NO_CERTIFICATION: 'NO_CERTIFICATION',
  LAPSED: 'LAPSED',
  OUTSIDE_CYCLE: 'OUTSIDE_CYCLE',
  CROSSES_CYCLE_END: 'CROSSES_CYCLE_END',
  SAME_COURSE: 'SAME_COURSE',
  NOT_NEEDED: 'NOT_NEEDED',
  NOT_ACCEPTED: 'NOT_ACCEPTED',
} as const
export type NoEffectCause = (typeof NoEffectCause)[keyof typeof NoEffectCause]

const OVER: readonly CertificationStatus[] = [
  CertificationStatus.REVOKED,
  CertificationStatus.SUSPENDED,
  CertificationStatus.LAPSED,
]

/** Null where it counts, or where only the board can say and no cycle's end is crossed. */
export function noEffectCause(
  status: CertificationStatus,
  { answer, reasons }: Pick<CourseAnswer, 'answer' | 'reasons'>,
): NoEffectCause | null {
  const has = (kind: CourseAnswer['reasons'][number]['kind']): boolean =>
    reasons.some((reason) => reason.kind === kind)
  if (has('crosses-window')) return NoEffectCause.CROSSES_CYCLE_END
  if (answer !== 'no') return null
  if (OVER.includes(status)) return NoEffectCause.LAPSED
  if (has('outside-window')) return NoEffectCause.OUTSIDE_CYCLE
  if (has('same-course')) return NoEffectCause.SAME_COURSE
  return has('not-needed') ? NoEffectCause.NOT_NEEDED : NoEffectCause.NOT_ACCEPTED
}
