import type { Activity } from '../activities/activities.ts'

/**
 * Why a phrase of a job description invites drift, the heaviest first. From LAPPA, peer support in justice settings,
 * 2021: chapter 2 (no substitute for clinical staff, case managers, officers or drivers), table 3 and appendix D.
 */
export const DriftPhraseReason = {
  CLINICAL_WORK: 'CLINICAL_WORK',
  WATCHING_AND_REPORTING: 'WATCHING_AND_REPORTING',
  TREATMENT_PRESSURE: 'TREATMENT_PRESSURE',
  CASE_MANAGEMENT: 'CASE_MANAGEMENT',
  OFFICERS_WORK: 'OFFICERS_WORK',
  HELPING_STAFF: 'HELPING_STAFF',
  CLINICAL_SUPERVISION: 'CLINICAL_SUPERVISION',
  ERRANDS: 'ERRANDS',
  OPEN_ENDED: 'OPEN_ENDED',
} as const
export type DriftPhraseReason = (typeof DriftPhraseReason)[keyof typeof DriftPhraseReason]
export const DRIFT_PHRASE_REASONS = Object.values(DriftPhraseReason)

/** The languages that the check reads. */
export type PostingLanguage = 'en' | 'es'

/** A phrase, how it is found in a posting, and a wording that is true to the role. */
export interface DriftPhrase {
  readonly reason: DriftPhraseReason
  /** Sources of patterns without capturing groups; a space stands for any white space. */
  readonly found: Readonly<Record<PostingLanguage, string>>
  readonly instead: Readonly<Record<PostingLanguage, string>>
  /** What of the role worksheet it speaks of; that is talked over, and answers nothing. */
  readonly activities: readonly Activity[]
}
