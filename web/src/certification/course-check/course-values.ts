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
  approved: 'yes' | 'no' | ''
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
    approved: '',
    contents: [],
  }
}

/** What the API is told of the course. */
export function courseToSend(values: CourseValues) {
  const { title, provider, heldOn, hours, unit, deliveryMode, categories, earnedBy, approved, contents } =
    values
  return {
    title: title.trim(),
    provider: provider.trim() || null,
    heldOn,
    hours: hours ?? 0,
    unit,
    deliveryMode: deliveryMode || null,
    categories,
    earnedBy,
    approved: approved === '' ? null : approved === 'yes',
    contents,
  }
}

/** What the shared check of both forms looks at; hours left open are refused apart. */
export function courseToCheck(values: CourseValues): CourseInput & { readonly title: string } {
  const { title, provider, heldOn, contents } = values
  const categories = values.categories.map((name) => CeCategory[name])
  return { title, provider, heldOn, hours: values.hours ?? 1, categories, contents }
}
