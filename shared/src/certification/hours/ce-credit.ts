/** Hours of one activity for one peer, with everything that a board may ask about them. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CeCategory } from '../catalogue/ce-category.ts'
import type { DeliveryMode } from '../catalogue/delivery-mode.ts'
import type { CourseContent, CreditUnit, EarnedBy } from '../rules/limits.ts'

export interface CeCredit {
  /** The id of the activity. */
  readonly id: string
  /** Missing: it took one day. */
  readonly startsOn?: PlainDate | null
  /** The last day. */
  readonly heldOn: PlainDate
  /** In `unit`, which is contact hours where it is missing. */
  readonly hours: number
  /** Everything that it can serve; it serves the total and 'any' in every case. */
  readonly categories: readonly CeCategory[]
  /** Enrolled, not yet held. Once its day has passed, a course that stayed planned no longer counts. */
  readonly planned?: boolean
  readonly unit?: CreditUnit
  /** How it was attended; missing: not known. */
  readonly deliveryMode?: DeliveryMode | null
  /** Missing: by attending. */
  readonly earnedBy?: EarnedBy
  /** Who gave the course, as on the certificate; missing: not known. */
  readonly sponsor?: string | null
  /** The boards that have approved the course, by the names that their rules use; none: no board has; missing: not known. */
  readonly approvedBy?: readonly string[] | null
  readonly contents?: readonly CourseContent[]
  /** Title and provider in one word, the same for every course of the same programme; missing: its own. */
  readonly programme?: string
  /** Given to this certification and no other, where each needs its own hours; missing: to none in particular. */
  readonly onlyFor?: string | null
  /** The holder entered it, and nobody has confirmed it yet: it counts all the same. */
  readonly awaitsReview?: boolean
}

/** What Alongside knows of work and supervision: sessions that were held, and hours of service that were entered. */
export interface PracticeRecord {
  /** Null: no session was ever held in Alongside. */
  readonly sessions: readonly PracticeSession[] | null
  /** Null: no hours of service were ever entered. */
  readonly serviceHours: readonly ServiceHours[] | null
}

/** One entry of service: a day, or all days from the first to the last in one sum. */
export interface ServiceHours {
  /** Missing: it was one day. */
  readonly from?: PlainDate
  /** The last day. */
  readonly on: PlainDate
  readonly hours: number
}

/** The facts of a held session, as far as anybody who sees a status may know them: never a word of it. */
export interface PracticeSession {
  readonly heldOn: PlainDate
  /** The minutes that this peer attended. */
  readonly minutes: number
  readonly isCoReflection: boolean
}
