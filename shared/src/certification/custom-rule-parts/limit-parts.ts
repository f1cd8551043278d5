/** One limit of a rule as an organization writes it, and which values each kind of limit has. */
import type { CeCategory } from '../catalogue/ce-category.ts'
import type { DeliveryMode } from '../catalogue/delivery-mode.ts'
import type { CourseContent, CreditLimit, EarnedBy } from '../rules/limits.ts'

/** One limit with all values that a limit can have; only those of its kind are set. */
export interface LimitInput {
  readonly kind: CreditLimit['kind']
  readonly modes?: readonly DeliveryMode[] | null
  readonly category?: CeCategory | null
  readonly earnedBy?: readonly EarnedBy[] | null
  readonly contents?: readonly CourseContent[] | null
  readonly sponsor?: string | null
  readonly hours?: number | null
  readonly percent?: number | null
  readonly petition?: boolean | null
  readonly feeUsdPerHour?: number | null
}
export type LimitPart = Exclude<keyof LimitInput, 'kind'>

/** What each kind asks for, and what it may say beside that. A limit on delivery takes hours or a share, not both. */
export const LIMIT_PARTS: Readonly<
  Record<CreditLimit['kind'], { readonly asks: readonly LimitPart[]; readonly may: readonly LimitPart[] }>
> = {
  'delivery-most': { asks: ['modes'], may: ['hours', 'percent'] },
  'delivery-only': { asks: ['category', 'modes'], may: [] },
  'earned-by-share': { asks: ['earnedBy', 'percent'], may: [] },
  'earned-by-most': { asks: ['earnedBy', 'hours'], may: [] },
  'earned-by-never': { asks: ['earnedBy'], may: [] },
  'sponsor-least': { asks: ['sponsor', 'hours'], may: [] },
  'sponsor-most': { asks: ['sponsor', 'hours'], may: [] },
  'approved-only': { asks: ['sponsor'], may: ['modes', 'petition', 'feeUsdPerHour'] },
  'content-never': { asks: ['contents'], may: [] },
  'category-most': { asks: ['category', 'hours'], may: [] },
}
