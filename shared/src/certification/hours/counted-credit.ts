import type { CeCategory } from '../catalogue/ce-category.ts'
import type { CountReason } from '../course-check/credit-outcome.ts'
import type { CeCredit } from './ce-credit.ts'

/** A credit as a rule sees it. What does not count at all has no quarters. */
export interface CountedCredit {
  readonly credit: CeCredit
  readonly quarters: number
  readonly categories: readonly CeCategory[]
  readonly notes: readonly CountReason[]
}
