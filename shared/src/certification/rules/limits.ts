/** What a rule does not count, or counts only in part. */
import type { CeCategory } from '../catalogue/ce-category.ts'
import type { DeliveryMode } from '../catalogue/delivery-mode.ts'

/** How hours came about. */
export const EarnedBy = {
  ATTENDING: 'ATTENDING',
  TEACHING: 'TEACHING',
  PREPARING: 'PREPARING',
  COLLEGE_COURSE: 'COLLEGE_COURSE',
  READING: 'READING',
} as const
export type EarnedBy = (typeof EarnedBy)[keyof typeof EarnedBy]
export const EARNED_BY: readonly EarnedBy[] = Object.values(EarnedBy)

/** Content that some boards refuse. */
export const CourseContent = {
  CLINICAL_TREATMENT: 'CLINICAL_TREATMENT',
  FIRST_AID: 'FIRST_AID',
  DRIVING: 'DRIVING',
  FOOD_SAFETY: 'FOOD_SAFETY',
  IN_SERVICE: 'IN_SERVICE',
} as const
export type CourseContent = (typeof CourseContent)[keyof typeof CourseContent]
export const COURSE_CONTENTS: readonly CourseContent[] = Object.values(CourseContent)

/** Hours that one credit of a college, or one continuing education unit, stands for. */
export const CreditUnit = {
  CONTACT_HOURS: 'CONTACT_HOURS',
  SEMESTER_HOURS: 'SEMESTER_HOURS',
  QUARTER_HOURS: 'QUARTER_HOURS',
  CEU: 'CEU',
} as const
export type CreditUnit = (typeof CreditUnit)[keyof typeof CreditUnit]
export const CREDIT_UNITS: readonly CreditUnit[] = Object.values(CreditUnit)

export type CreditLimit =
  /** At most so much of the total in these modes of delivery. */
  | {
      readonly kind: 'delivery-most'
      readonly modes: readonly DeliveryMode[]
      readonly hours: number | null
      readonly percent: number | null
    }
  /** Hours of this category count only in these modes (Idaho: ethics live). */
  | { readonly kind: 'delivery-only'; readonly category: CeCategory; readonly modes: readonly DeliveryMode[] }
  /** Counts for less, or at most so much, depending on how it was earned. */
  | { readonly kind: 'earned-by-share'; readonly by: EarnedBy; readonly percent: number }
  | { readonly kind: 'earned-by-most'; readonly by: EarnedBy; readonly hours: number }
  | { readonly kind: 'earned-by-never'; readonly by: readonly EarnedBy[] }
  /** At least so much from one sponsor, or at most so much from another. Names as on the certificate. */
  | { readonly kind: 'sponsor-least'; readonly sponsor: string; readonly hours: number }
  | { readonly kind: 'sponsor-most'; readonly sponsor: string; readonly hours: number }
  /** Counts only when one of the boards in `by` approved it; `modes` null: whatever the mode. `petition`: the board may be asked. */
  | {
      readonly kind: 'approved-only'
      readonly by: string
      readonly modes: readonly DeliveryMode[] | null
      readonly petition: boolean
      readonly feeUsdPerHour: number | null
    }
  | { readonly kind: 'content-never'; readonly contents: readonly CourseContent[] }
  /** Of what serves this category and no other, at most so much counts. */
  | { readonly kind: 'category-most'; readonly category: CeCategory; readonly hours: number }

/** The boards whose approval counts, by name, without what is said about their lists: any one of them is enough. */
export function approversIn({ by }: { readonly by: string }): string[] {
  const names = by.split(',').map((name) => name.replace(/\(.*\)/u, '').trim())
  return names.filter((name) => name !== '')
}

export interface CreditConversion {
  readonly from: CreditUnit
  readonly hours: number
}

/** Whether a course of the same title and provider counts again: not twice in one cycle, or never twice. */
export type SameProgramme = 'once-a-cycle' | 'once-ever'
