/** What renewing a credential asks for, as far as Alongside can count it; all else that was read is listed as unread. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Provenance } from '../catalogue/provenance.ts'
import type { CategoryMinimum, PracticeRequirement, ProofRule, RenewalPaper, RequiredTotal } from './asked.ts'
import type { CreditConversion, CreditLimit, SameProgramme } from './limits.ts'
import type { OtherReading } from './other-reading.ts'
import type { LateStep, SubmissionRule, TogetherRule } from './submission.ts'
import type {
  CycleChoice,
  DatedException,
  EarningWindow,
  ExpiryRule,
  FirstCertificate,
  NewHolderRule,
} from './terms.ts'
import type { UnreadPart } from './unread-part.ts'

/** Who wrote the version: read for the catalogue, or decided by an organization for itself. */
export type RuleOrigin =
  { readonly kind: 'catalogue' } | { readonly kind: 'organization'; readonly reason: string }

export interface RenewalRule {
  readonly credentialId: string | null
  /** Counted from 1, the oldest first; an organization's own versions follow those of the catalogue. */
  readonly version: number
  readonly origin: RuleOrigin
  /** Cycles that begin on this day or later; null: without beginning. */
  readonly effectiveFrom: PlainDate | null
  /** Cycles that begin on this day or earlier; null: until further notice. */
  readonly effectiveTo: PlainDate | null
  /** False: the day of the change was not read, and the day on which the newer rule was read stands for it. */
  readonly effectWasRead: boolean
  readonly cycleMonths: number | null
  readonly cycleChoices: readonly CycleChoice[]
  readonly expiry: ExpiryRule
  readonly firstCertificate: FirstCertificate | null
  readonly newHolders: readonly NewHolderRule[]
  readonly total: RequiredTotal | null
  readonly minimums: readonly CategoryMinimum[]
  readonly practice: readonly PracticeRequirement[]
  readonly papers: readonly RenewalPaper[]
  readonly proof: ProofRule
  readonly limits: readonly CreditLimit[]
  readonly conversions: readonly CreditConversion[]
  /** Surplus hours that go over into the next period, at most; 0: none; null: not read, so none is counted. */
  readonly maxCarryOver: number | null
  /** Whether another course of the same title and provider counts again; null: not read. The same one on the same day never does. */
  readonly sameProgramme: SameProgramme | null
  readonly earning: EarningWindow
  readonly submission: SubmissionRule
  /** What the credential counts as after its expiry, in order; empty where it was not read. */
  readonly late: readonly LateStep[]
  readonly together: TogetherRule | null
  readonly exceptions: readonly DatedException[]
  /** Nobody new is certified under it, but holders still renew (Iowa's older title). */
  readonly closedToNewHolders: boolean
  readonly feeUsd: number | null
  /** What the credential was called under this version, where that was another title (Washington). */
  readonly title?: string
  /** Hours of training for a first certificate, where they changed on a day that was read (Maryland); no part of a renewal. */
  readonly firstTrainingHours?: number
  /** The national rule that a member board may not fall below; shown beside, never counted in place of what was not read. */
  readonly floor?: string
  /** What other official pages say of the same parts: the stricter amount decides, and both are shown. */
  readonly otherReadings?: readonly OtherReading[]
  readonly provenance: Provenance | null
  readonly unread: readonly UnreadPart[]
}

/** The rule of a credential that the catalogue does not hold: nothing is known, so nothing is said. */
export const UNKNOWN_RULE: RenewalRule = {
  credentialId: null,
  version: 1,
  origin: { kind: 'catalogue' },
  effectiveFrom: null,
  effectiveTo: null,
  effectWasRead: false,
  cycleMonths: null,
  cycleChoices: [],
  expiry: { shape: 'unknown' },
  firstCertificate: null,
  newHolders: [],
  total: null,
  minimums: [],
  practice: [],
  papers: [],
  proof: { how: null, keepYears: null, mustShow: [], audit: null },
  limits: [],
  conversions: [],
  maxCarryOver: null,
  sameProgramme: null,
  earning: { monthsBeforeExpiry: null, endsDaysBeforeExpiry: 0, fromLastRenewal: false, countsInGrace: null },
  submission: {
    opensDaysBefore: null,
    dueDaysBefore: null,
    dueIsRequest: false,
    lateFeeUsd: null,
    countsBy: null,
    noticesDaysBefore: [],
  },
  late: [],
  together: null,
  exceptions: [],
  closedToNewHolders: false,
  feeUsd: null,
  provenance: null,
  unread: [],
}
