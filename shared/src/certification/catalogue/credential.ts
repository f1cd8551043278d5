/** A credential as a state or national board grants it, with its renewal rule as far as it was read and where. */
import type { CeCategory } from './ce-category.ts'
import type { Provenance } from './provenance.ts'

export const EXPIRY_SHAPES = [
  'rolling',
  'rolling-month-start',
  'rolling-month-end',
  'fixed-date',
  'birthday',
  'none',
  'unknown',
] as const
export const LATE_STATUSES = ['grace', 'inactive', 'lapsed'] as const
export const FOCUSES = ['mental-health', 'substance-use', 'integrated', 'family'] as const
export const LIMIT_KINDS = [
  'online',
  'live-only',
  'distance-learning',
  'teaching',
  'preparation',
  'sponsor',
  'approval',
  'excluded-content',
] as const

export interface CommonDate {
  readonly month: number
  readonly day: number
  readonly everyYears: number
  /** A year in which the date falls due; null: the year depends on the holder. */
  readonly anchorYear: number | null
}

/** One step of what happens after the expiry; `withinDays` counts days after it, null is the open-ended last step. */
export interface LateStep {
  readonly withinDays: number | null
  readonly feeUsd: number | null
  readonly status: (typeof LATE_STATUSES)[number]
  readonly effect: string
}

export interface CategoryClause {
  readonly category: CeCategory
  readonly minHours: number | null
  readonly maxHours?: number | null
  readonly minCount?: number | null
  readonly within?: CeCategory | null
  readonly overlaps?: boolean
  readonly everyMonths?: number | null
  readonly once?: boolean
  readonly onlyIf?: string | null
}

export interface LimitClause {
  readonly kind: (typeof LIMIT_KINDS)[number]
  readonly note?: string
  readonly sponsor?: string
  readonly minHours?: number
  readonly maxHours?: number
  readonly maxPercent?: number
  readonly maxPercentOfCourseCredit?: number
}

export interface PracticeHours {
  readonly hours: number | null
  readonly per: string
  readonly minCount?: number
  readonly note?: string
}

export interface ContinuingEducation {
  readonly hours: number | null
  readonly per: 'cycle' | 'year' | null
  readonly unit: 'hours' | 'courses'
  readonly perYear: 'calendar' | null
  readonly categories: readonly CategoryClause[]
  readonly limits: readonly LimitClause[]
  readonly carryOverMaxHours: number | null
  readonly earningWindow: string | null
  readonly sameActivityOnce: boolean | null
  readonly proof: 'upload' | 'attest' | null
  readonly keepProofYears: number | null
}

export interface Credential {
  readonly id: string
  readonly state: string
  readonly credential: string
  readonly abbreviation: string
  readonly alsoKnownAs: readonly string[]
  /** Null where no body that grants it was found. */
  readonly certifyingBody: string | null
  readonly focus: (typeof FOCUSES)[number]
  readonly renewal: {
    readonly cycleMonths: number | null
    readonly expiry: { readonly shape: (typeof EXPIRY_SHAPES)[number]; readonly fixed: CommonDate | null }
    readonly submit: { readonly opensDaysBefore: number | null; readonly dueDaysBefore: number | null }
    readonly late: readonly LateStep[]
    readonly feeUsd: number | null
  }
  readonly continuingEducation: ContinuingEducation
  readonly practice: {
    readonly serviceHours: PracticeHours | null
    readonly supervisionHours: PracticeHours | null
  }
  readonly provenance: Provenance
  readonly notes: string
  /** Whether both the cycle length and the amount of continuing education were read. */
  readonly complete: boolean
}
