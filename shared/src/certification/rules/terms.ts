/** How long a certificate runs, when it ends, and what is different for a holder's first term. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CommonDate } from '../catalogue/credential.ts'
import type { HolderCondition } from './holder-condition.ts'

export type ExpiryRule =
  | { readonly shape: 'rolling' | 'month-start' | 'month-end' | 'birthday' }
  | ({ readonly shape: 'fixed-date'; readonly onWorkingDay: 'as-it-falls' | 'earlier' } & CommonDate)
  /** The cycle's length was read, but its end only stands on the certificate. */
  | { readonly shape: 'printed' }
  | { readonly shape: 'none' | 'unknown' }

/** A length of the cycle that the holder may choose, with the amount that goes with it. */
export interface CycleChoice {
  readonly months: number
  readonly amount: number
}

/** A first certificate that is shorter than a cycle, and may be extended once. */
export interface FirstCertificate {
  readonly months: number
  readonly extensionMonths: number | null
}

/** Continuing education that a holder does not owe yet, or owes in another amount. */
export type NewHolderRule =
  /** Nothing in the first term. */
  | { readonly kind: 'none-in-first-term' }
  /** Nothing in the first term where it is shorter than a full cycle (Washington). */
  | { readonly kind: 'none-in-short-first-term' }
  /** Nothing before the first of January after the issue (Georgia). */
  | { readonly kind: 'none-before-next-january' }
  /** Nothing where the issue falls into the last months before the end of the first term (Nebraska). */
  | {
      readonly kind: 'none-if-issued-within'
      readonly months: number
      readonly unless: HolderCondition | null
    }
  /** Less, by the months that were left at the issue; the first step that fits decides. */
  | {
      readonly kind: 'prorated'
      readonly steps: readonly { readonly monthsLeftAtLeast: number; readonly amount: number }[]
    }
  /** Another amount, which was not read. */
  | { readonly kind: 'not-read' }

/** A waiver that a board gave for some time, or to some holders for good. */
export interface DatedException {
  readonly kind: 'hours-waived' | 'fee-waived' | 'date-extended'
  /** Renewals that fall due from this day to the other; null: without that end. */
  readonly dueFrom: PlainDate | null
  readonly dueTo: PlainDate | null
  /** Only for these holders; null: for all. */
  readonly onlyIf: HolderCondition | null
  /** Of `date-extended`. */
  readonly days: number | null
  readonly text: string
}

/** From when to when hours may be earned, where it is not simply the cycle. */
export interface EarningWindow {
  /** Not earlier than so many months before the expiry (Pennsylvania); null: the first day of the cycle. */
  readonly monthsBeforeExpiry: number | null
  /** Kentucky: done by the day before the deadline. */
  readonly endsDaysBeforeExpiry: number
  /** Hours count after the last renewal, so that an early renewal begins the next cycle on its own day (North Carolina). */
  readonly fromLastRenewal: boolean
  /** Whether hours of the days after the expiry may still complete the old cycle; null: not read. */
  readonly countsInGrace: boolean | null
}
