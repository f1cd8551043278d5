/** A part of a rule that Alongside does not count: shown as it was read, and never as met. */
import type { CeCategory } from '../catalogue/ce-category.ts'

export const UnreadKind = {
  // No page that was read answers these.
  EXPIRY: 'expiry',
  CYCLE_LENGTH: 'cycle-length',
  TOTAL: 'total',
  KIND_OF_YEAR: 'kind-of-year',
  MINIMUM_WITHOUT_NUMBER: 'minimum-without-number',
  // Read, and asked of some people, or in a way that no record of Alongside answers.
  CONDITIONAL_MINIMUM: 'conditional-minimum',
  LIMIT: 'limit',
  EARNING_WINDOW: 'earning-window',
  CARRY_OVER: 'carry-over',
  SERVICE_HOURS: 'service-hours',
  SUPERVISION_HOURS: 'supervision-hours',
  FIRST_TERM: 'first-term',
  /** What follows after the expiry, or because hours are missing. */
  LATE_STEP: 'late-step',
  /** A pause that the board grants, which is recorded as a status where it was granted. */
  STATUS: 'status',
  FEE: 'fee',
  PROOF: 'proof',
  /** A waiver without its days, or without the people it was for. */
  EXCEPTION: 'exception',
  // Words about the reading itself.
  /** The reading rests on weak ground: another page, an older title, a guess from the words. */
  DOUBT: 'doubt',
  COMING_CHANGE: 'coming-change',
  NOTES: 'notes',
} as const
export type UnreadKind = (typeof UnreadKind)[keyof typeof UnreadKind]

export interface UnreadPart {
  readonly kind: UnreadKind
  readonly category: CeCategory | null
  /** The words that stand in the catalogue; null where the part is a number, or was not found at all. */
  readonly text: string | null
  readonly figures: readonly { readonly name: string; readonly value: number }[]
}
