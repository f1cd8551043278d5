/** What people read out of the prose of a catalogue row, in typed words: laid over what its numbers say. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CeCategory } from '../catalogue/ce-category.ts'
import type { Provenance } from '../catalogue/provenance.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { UnreadPart } from '../rules/unread-part.ts'
import type { ProofRule, RequiredTotal } from '../rules/asked.ts'
import type { HolderCondition } from '../rules/holder-condition.ts'
import type { LateStep, SubmissionRule } from '../rules/submission.ts'
import type { EarningWindow } from '../rules/terms.ts'

type MadeElsewhere =
  'credentialId' | 'version' | 'origin' | 'effectiveTo' | 'late' | 'proof' | 'submission' | 'total'

/** Parts named here stand in place of those of the numbers; minimums and limits are added to them. */
export interface RuleAdditions extends Partial<Omit<RenewalRule, MadeElsewhere | 'earning' | 'unread'>> {
  readonly total?: Partial<RequiredTotal>
  readonly proof?: Partial<ProofRule>
  readonly submission?: Partial<SubmissionRule>
  readonly earning?: Partial<EarningWindow>
  /** By place: what the words of each late step say beside its days, fee and status. */
  readonly late?: readonly Partial<LateStep>[]
}

/** The rule as it stood before. Its changes are laid over the version that followed it. */
export interface OlderVersion {
  /** The last day on which a cycle began under it. */
  readonly until: PlainDate
  /** Whether that day was read; if not, the day on which the newer rule is known to have stood decides. */
  readonly dayWasRead: boolean
  readonly was: Partial<Omit<RenewalRule, 'unread'>>
  /** The older page that it was read on, as far as it has an address of its own; missing: the page of today tells both. */
  readonly olderPage?: Partial<Pick<Provenance, 'url' | 'title' | 'date'>>
  /** What of its own prose is not counted; missing: the same as in the version that followed it. */
  readonly unread?: readonly UnreadPart[]
}

export interface Authoring {
  readonly rule?: RuleAdditions
  /** Whose hours a conditional minimum is for, by its category; without it the minimum stays unread. */
  readonly conditions?: Partial<Record<CeCategory, HolderCondition>>
  /** What remains of the prose, in the words of the row: read, and not counted. */
  readonly unread?: readonly UnreadPart[]
  /** The oldest first. */
  readonly before?: readonly OlderVersion[]
}

/** What was read on an official page after the catalogue: a version of its own. */
export interface LaterReading {
  /** The first day on which a cycle begins under it. */
  readonly from: PlainDate
  /** Whether that day was read; missing: it is the first day of the cycles that ran on the day of the page. */
  readonly dayWasRead?: boolean
  readonly source: Provenance
  readonly now: Partial<Omit<RenewalRule, 'unread'>>
  /** What other official pages say otherwise. */
  readonly otherReadings?: RenewalRule['otherReadings']
}

/** By the id of the credential. */
export type Authorings = Readonly<Record<string, Authoring>>

/** The last day on which nobody had read a newer rule yet: the catalogue was read on this day. */
export const READ_ON: PlainDate = '2026-11-21'
