/** Defines who entered a course, and what became of the entries of holders: counted at once, confirmed, or sent back. */

export const CourseOrigin = {
  RECORDED_BY_ORGANIZATION: 'RECORDED_BY_ORGANIZATION',
  ENTERED_BY_HOLDER: 'ENTERED_BY_HOLDER',
} as const
export type CourseOrigin = (typeof CourseOrigin)[keyof typeof CourseOrigin]

export const ReviewOutcome = { CONFIRMED: 'CONFIRMED', SENT_BACK: 'SENT_BACK' } as const
export type ReviewOutcome = (typeof ReviewOutcome)[keyof typeof ReviewOutcome]

/** Why a course is sent back. A list, so that nobody writes about a person here. */
export const SendBackReason = {
  NO_CERTIFICATE: 'NO_CERTIFICATE',
  NOT_READABLE: 'NOT_READABLE',
  WRONG_DATE: 'WRONG_DATE',
  WRONG_HOURS: 'WRONG_HOURS',
  WRONG_TOPICS: 'WRONG_TOPICS',
  OTHER_PERSON: 'OTHER_PERSON',
  CLIENT_NAMED: 'CLIENT_NAMED',
  ALREADY_RECORDED: 'ALREADY_RECORDED',
} as const
export type SendBackReason = (typeof SendBackReason)[keyof typeof SendBackReason]
export const SEND_BACK_REASONS = Object.values(SendBackReason)

/** As many courses can be confirmed at once. */
export const CONFIRMED_AT_ONCE_MOST = 100

export const CourseReviewState = {
  /** It counts, and nobody has looked yet. */
  COUNTS_UNCONFIRMED: 'COUNTS_UNCONFIRMED',
  CONFIRMED: 'CONFIRMED',
  /** It counts for nothing until the holder corrects it. */
  SENT_BACK: 'SENT_BACK',
  /** The holder removed or corrected it. */
  WITHDRAWN: 'WITHDRAWN',
} as const
export type CourseReviewState = (typeof CourseReviewState)[keyof typeof CourseReviewState]

export interface ReviewedCourse {
  readonly origin: CourseOrigin
  /** Null: nobody has looked. */
  readonly outcome: ReviewOutcome | null
  readonly isVoided: boolean
}

/** Null of what the organization recorded: nobody has to confirm it. */
export function reviewStateOf({ origin, outcome, isVoided }: ReviewedCourse): CourseReviewState | null {
  if (origin === CourseOrigin.RECORDED_BY_ORGANIZATION) return null
  if (!isVoided)
    // What was sent back and counts again was restored by a manager.
    return outcome === null ? CourseReviewState.COUNTS_UNCONFIRMED : CourseReviewState.CONFIRMED
  return outcome === ReviewOutcome.SENT_BACK ? CourseReviewState.SENT_BACK : CourseReviewState.WITHDRAWN
}

/** What a manager confirmed is corrected by a manager. */
export function canHolderCorrect(state: CourseReviewState | null): boolean {
  return state === CourseReviewState.COUNTS_UNCONFIRMED || state === CourseReviewState.SENT_BACK
}

interface Version {
  readonly courseId: string
  readonly recordedAt: Date | string
}

/** Of the courses that were sent back, the latest version of each that nothing has replaced, the latest first. */
export function toCorrect<Course extends Version>(
  sentBack: readonly Course[],
  counting: readonly Pick<Version, 'courseId'>[],
): Course[] {
  const replaced = new Set(counting.map(({ courseId }) => courseId))
  const latest = new Map<string, Course>()
  for (const course of sentBack) {
    const known = latest.get(course.courseId)
    if (!known || known.recordedAt < course.recordedAt) latest.set(course.courseId, course)
  }
  return [...latest.values()]
    .filter(({ courseId }) => !replaced.has(courseId))
    .sort((one, other) => (one.recordedAt < other.recordedAt ? 1 : -1))
}
