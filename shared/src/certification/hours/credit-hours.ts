/** How many hours a credit stands for: college credits converted, and less where the board counts only a share. */
import type { CeCredit } from './ce-credit.ts'
import type { CountReason } from '../course-check/credit-outcome.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { CreditUnit, EarnedBy } from '../rules/limits.ts'

/** Hours are counted in whole quarters: no rounding can decide whether a minimum is met. */
export const QUARTERS_PER_HOUR = 4
const ROUNDING = 1e-6

/** In whole quarter hours, counted down; a unit whose worth the rule does not say counts nothing yet. */
export function quartersCounted(
  rule: RenewalRule,
  { hours, unit = CreditUnit.CONTACT_HOURS, earnedBy = EarnedBy.ATTENDING }: CeCredit,
): { readonly quarters: number; readonly notes: readonly CountReason[] } {
  const conversion = rule.conversions.find(({ from }) => from === unit)
  if (unit !== CreditUnit.CONTACT_HOURS && conversion === undefined) {
    return { quarters: 0, notes: [{ kind: 'unit-not-converted', unit }] }
  }
  const contactHours = unit === CreditUnit.CONTACT_HOURS ? hours : hours * (conversion?.hours ?? 0)
  const share = rule.limits.find((limit) => limit.kind === 'earned-by-share' && limit.by === earnedBy)
  const percent = share?.kind === 'earned-by-share' ? share.percent : 100
  return {
    // Tenths of a unit are no exact numbers in binary: what is a whole quarter but for that stays one.
    quarters: Math.floor((contactHours * QUARTERS_PER_HOUR * percent) / 100 + ROUNDING),
    notes: share ? [{ kind: 'limit', limit: share } as const] : [],
  }
}
