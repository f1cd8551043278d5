/** What is answered to a list of names and service dates, line by line; the screen, the CSV and the PDF say the same. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { DateOrder } from '../../calendar/days-in-cells.ts'
import type { SupervisionType } from '../../supervision/supervision-types.ts'
import type { ServiceDateLine } from './service-date-lines.ts'

export const CertifiedThen = { YES: 'YES', NO: 'NO', NOT_KNOWN: 'NOT_KNOWN' } as const
export type CertifiedThen = (typeof CertifiedThen)[keyof typeof CertifiedThen]

/** One certification as it was on that day. */
export interface HeldThen {
  readonly certificationId: string
  readonly name: string
  readonly number: string | null
  readonly answer: CertifiedThen
  /** The first day of the certificate of that day. */
  readonly validFrom: PlainDate
  /** Null: its last day is not known. */
  readonly validThrough: PlainDate | null
  /** The last check at the board's register, whenever it was; null: none is recorded. */
  readonly lastCheckedOn: PlainDate | null
}

export interface ServiceDate extends ServiceDateLine {
  readonly peerName: string | null
  /** Null where the line has a problem. */
  readonly answer: CertifiedThen | null
  readonly certifications: readonly HeldThen[]
  /** Supervision that was assigned on that day, which does not say that any took place. */
  readonly assigned: readonly SupervisionType[]
  /** The last session that was held by then, and what it was; null: none is recorded. */
  readonly lastHeldOn: PlainDate | null
  readonly lastHeld: readonly SupervisionType[]
  /** Where that day is before the first placement that is recorded, or after the last day of work. */
  readonly worksFrom: PlainDate | null
  readonly leftOn: PlainDate | null
}

export type ServiceDateCounts = Readonly<Record<CertifiedThen | 'PROBLEM', number>>

export interface ServiceDates {
  readonly organization: string
  readonly preparedBy: string
  /** As an instant; the records are those of this moment. */
  readonly madeAt: string
  readonly dateOrder: DateOrder
  readonly counts: ServiceDateCounts
  readonly rows: readonly ServiceDate[]
}

export function countsOf(rows: readonly ServiceDate[]): ServiceDateCounts {
  const counts = { YES: 0, NO: 0, NOT_KNOWN: 0, PROBLEM: 0 }
  for (const { answer } of rows) counts[answer ?? 'PROBLEM'] += 1
  return counts
}
