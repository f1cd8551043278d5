/** Counts a holder's credits within a period: in total, for each minimum, and from each sponsor. */
import type { Period } from '../../calendar/period.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { CeCategory } from '../catalogue/ce-category.ts'
import { isOpenQuestion } from '../course-check/credit-outcome.ts'
import { assignHours, type GivenHours } from '../hours/assign-hours.ts'
import { countableCredits } from '../hours/countable-credits.ts'
import type { CountedCredit } from '../hours/counted-credit.ts'
import { hoursUnderCeilings, type CreditedHours } from '../hours/credit-groups.ts'
import { QUARTERS_PER_HOUR } from '../hours/credit-hours.ts'
import { ceilingOver } from '../hours/ceilings.ts'
import { isSponsor } from '../hours/credit-limits.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { CategoryMinimum } from '../rules/asked.ts'
import type { CreditLimit } from '../rules/limits.ts'
import type { LineToMeasure } from './asked-lines.ts'
import { needsSeparateHours, type RenewalCase } from './renewal-case.ts'

/** A credit that counts, with its hours and the limit that applies to it. */
export interface CountingCredit extends CreditedHours {
  readonly counted: CountedCredit
  /** The rule limit behind the maximum. */
  readonly limit: CreditLimit | null
}

export interface CountedHours {
  /** All credits, including those that do not count. */
  readonly credits: readonly CountedCredit[]
  readonly counting: readonly CountingCredit[]
  readonly given: ReadonlyMap<CeCategory, GivenHours>
  /** The same count without courses that raise an open question; null if there is none. */
  readonly confirmed: CountedHours | null
}

export function countHours(
  renewalCase: RenewalCase,
  window: Period,
  lines: readonly LineToMeasure[],
  today: PlainDate,
  withPlanned: boolean,
): CountedHours {
  const { rule, certificationId = null } = renewalCase
  const separately = needsSeparateHours(renewalCase)
  const issuedOn = renewalCase.certification?.issuedOn ?? window.startsOn
  const days = { window, today, withPlanned, certificationId, separately, issuedOn }
  const credits = countableCredits(rule, renewalCase.credits, days)
  const counting = credits.filter(({ quarters }) => quarters > 0).map((counted) => countingOf(rule, counted))
  const shared = lines.flatMap((line) =>
    line.minimum !== null && isShared(line.minimum) && isSame(line.window, window) ? [line.minimum] : [],
  )
  const sure = counting.filter(({ counted }) => !counted.notes.some(isOpenQuestion))
  const confirmed =
    sure.length === counting.length
      ? null
      : { credits, counting: sure, given: assignHours(shared, sure), confirmed: null }
  return { credits, counting, given: assignHours(shared, counting), confirmed }
}

/** Returns whether hours of this minimum serve no other minimum, so that credits must be divided between them. */
export function isShared({ overlaps, everyMonths, once, unit }: CategoryMinimum): boolean {
  return !overlaps && everyMonths === null && !once && unit === 'hours'
}

/** Returns what a requirement has received, for the total, both kinds of minimums, and sponsors. */
export function amountFor({ requirement, minimum, unit }: LineToMeasure, hours: CountedHours): number {
  const { counting, given } = hours
  if (requirement.kind === 'practice') return 0
  if (requirement.kind === 'total') return unit === 'courses' ? counting.length : hoursUnderCeilings(counting)
  const serving = counting.filter((credit) => servesLine({ requirement }, credit))
  if (unit === 'courses') return serving.length
  if (minimum !== null && isShared(minimum)) return given.get(minimum.category)?.hours ?? 0
  return hoursUnderCeilings(serving)
}

export function servesLine(
  { requirement }: Pick<LineToMeasure, 'requirement'>,
  { counted, categories }: CountingCredit,
): boolean {
  switch (requirement.kind) {
    case 'minimum':
      return requirement.category === CeCategory.ANY || categories.includes(requirement.category)
    case 'sponsor':
      return isSponsor(requirement.sponsor, counted.credit.sponsor)
    default:
      return true
  }
}

function countingOf(rule: RenewalRule, counted: CountedCredit): CountingCredit {
  const { categories, quarters } = counted
  const over = ceilingOver(rule, counted.credit)
  const hours = quarters / QUARTERS_PER_HOUR
  return { counted, categories, hours, ceiling: over?.ceiling ?? null, limit: over?.limit ?? null }
}

const isSame = (one: Period, other: Period): boolean =>
  one.startsOn === other.startsOn && one.endsOn === other.endsOn
