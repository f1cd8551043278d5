import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import type { CourseInput } from '@alongside/shared/certification/course-check/course-input'
import type { CourseContent } from '@alongside/shared/certification/rules/limits'
import { CreditUnit, EarnedBy } from '@alongside/shared/certification/rules/limits'
import type { DeliveryMode } from '@alongside/shared/certification/catalogue/delivery-mode'

export type CategoryName = keyof typeof CeCategory

/** What a form asks about a course, whether it was taken or not. An empty choice: not known. */
export interface CourseValues {
  title: string
  provider: string
  heldOn: string
  hours: number | null
  unit: CreditUnit
  deliveryMode: DeliveryMode | ''
  categories: CategoryName[]
  earnedBy: EarnedBy
  startsOn: string
  /** 'none': no board approved it; 'boards': those of `approvedBy`. */
  approved: 'none' | 'boards' | ''
  approvedBy: string[]
  contents: CourseContent[]
}

export function emptyCourse(heldOn: string): CourseValues {
  return {
    title: '',
    provider: '',
    heldOn,
    hours: null,
    unit: CreditUnit.CONTACT_HOURS,
    deliveryMode: '',
    categories: [],
    earnedBy: EarnedBy.ATTENDING,
    startsOn: '',
    approved: '',
    approvedBy: [],
    contents: [],
  }
}

/** What the API is told of the course. */
export function courseToSend(values: CourseValues) {
  const { title, provider, heldOn, hours, unit, deliveryMode, categories, earnedBy, contents } = values
  return {
    title: title.trim(),
    provider: provider.trim() || null,
    startsOn: values.startsOn || null,
    heldOn,
    hours: hours ?? 0,
    unit,
    deliveryMode: deliveryMode || null,
    categories,
    earnedBy,
    approvedBy: approversIn(values),
    contents,
  }
}

/** No board chosen yet is not the same as none. */
function approversIn({ approved, approvedBy }: CourseValues): string[] | null {
  if (approved === 'none') return []
  return approved === 'boards' && approvedBy.length > 0 ? approvedBy : null
}

/** What the shared check of both forms looks at; hours left open are refused apart. */
export function courseToCheck(values: CourseValues): CourseInput & { readonly title: string } {
  const { title, provider, heldOn, startsOn, unit, contents } = values
  const categories = values.categories.map((name) => CeCategory[name])
  const days = { heldOn, startsOn: startsOn || null }
  return { title, provider, ...days, unit, hours: values.hours ?? 1, categories, contents }
}
