/** Ceilings: limits that let only so many hours of a kind count, all credits of that kind together. */
import type { CeCredit } from './ce-credit.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { EarnedBy, type CreditLimit } from '../rules/limits.ts'
import type { Ceiling } from './credit-groups.ts'
import { isSponsor } from './credit-limits.ts'

/** Under several ceilings a credit counts towards the lowest; ceilings of one rule are about different things. */
export function ceilingOver(
  { limits, total }: RenewalRule,
  credit: CeCredit,
): { readonly ceiling: Ceiling; readonly limit: CreditLimit } | null {
  const totalHours = total?.unit === 'hours' ? total.amount : null
  const over = limits.flatMap((limit, place) => {
    const hours = standsUnder(limit, credit) ? ceilingHours(limit, totalHours) : null
    return hours === null ? [] : [{ limit, ceiling: { name: `${limit.kind} ${place}`, hours } }]
  })
  return over.sort((one, other) => one.ceiling.hours - other.ceiling.hours)[0] ?? null
}

/** The hours that a ceiling leaves, or null for a limit that is none; a share is taken of the hours asked in all. */
function ceilingHours(limit: CreditLimit, totalHours: number | null): number | null {
  switch (limit.kind) {
    case 'delivery-most':
      if (limit.hours !== null) return limit.hours
      return limit.percent === null || totalHours === null ? null : (totalHours * limit.percent) / 100
    case 'earned-by-most':
    case 'sponsor-most':
    case 'category-most':
      return limit.hours
    default:
      return null
  }
}

function standsUnder(limit: CreditLimit, credit: CeCredit): boolean {
  const { deliveryMode = null, earnedBy = EarnedBy.ATTENDING, sponsor = null, categories } = credit
  switch (limit.kind) {
    case 'delivery-most':
      return deliveryMode !== null && limit.modes.includes(deliveryMode)
    case 'earned-by-most':
      return earnedBy === limit.by
    case 'sponsor-most':
      return isSponsor(limit.sponsor, sponsor)
    case 'category-most':
      return categories.length > 0 && categories.every((category) => category === limit.category)
    default:
      return false
  }
}
