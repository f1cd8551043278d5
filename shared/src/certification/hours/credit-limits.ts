/** Whether a rule refuses a credit, in which categories it may serve, and under which ceiling it stands. */
import type { CeCategory } from '../catalogue/ce-category.ts'
import type { CeCredit } from './ce-credit.ts'
import type { CountReason } from '../course-check/credit-outcome.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { approversIn, EarnedBy, type CreditLimit } from '../rules/limits.ts'
import { foldedForComparison } from '../../language/folded-text.ts'

export interface LimitedCredit {
  readonly refusedBy: CountReason | null
  readonly categories: readonly CeCategory[]
  readonly notes: readonly CountReason[]
}

export function limitOn({ limits }: RenewalRule, credit: CeCredit): LimitedCredit {
  const isOfIssuer = limits.some(
    (limit) => limit.kind === 'sponsor-least' && isSponsor(limit.sponsor, credit.sponsor),
  )
  const validationError = limits.find((limit) => answerOf(limit, credit, isOfIssuer) === 'no')
  if (validationError)
    return { refusedBy: { kind: 'limit', limit: validationError }, categories: [], notes: [] }
  const barred = limits.filter((limit) => limit.kind === 'delivery-only' && isOutsideModes(limit, credit))
  const categories = credit.categories.filter(
    (category) => !barred.some((limit) => limit.kind === 'delivery-only' && limit.category === category),
  )
  const open = limits.filter((limit) => answerOf(limit, credit, isOfIssuer) === 'not-known')
  return {
    refusedBy: null,
    categories,
    notes: [
      ...barred.map((limit) => ({ kind: 'limit', limit }) as const),
      ...open.map((limit) => ({ kind: 'limit-not-known', limit }) as const),
    ],
  }
}

type Answer = 'yes' | 'no' | 'not-known'

/** Whether a credit passes a limit that refuses whole credits; limits of other kinds pass all. */
function answerOf(limit: CreditLimit, credit: CeCredit, isOfIssuer: boolean): Answer {
  const { earnedBy = EarnedBy.ATTENDING, contents = [], deliveryMode = null, approvedBy = null } = credit
  switch (limit.kind) {
    case 'content-never':
      return contents.some((content) => limit.contents.includes(content)) ? 'no' : 'yes'
    case 'earned-by-never':
      return limit.by.includes(earnedBy) ? 'no' : 'yes'
    case 'approved-only':
      // Whoever must have given some of the hours needs nobody's approval (Georgia: all twelve may be the issuer's).
      if (isOfIssuer) return 'yes'
      if (limit.modes !== null && deliveryMode !== null && !limit.modes.includes(deliveryMode)) return 'yes'
      if (approvedBy === null) return 'not-known'
      return approvedBy.some((board) => isOneOf(board, approversIn(limit))) ? 'yes' : 'no'
    case 'delivery-only':
      return deliveryMode === null && credit.categories.includes(limit.category) ? 'not-known' : 'yes'
    default:
      return 'yes'
  }
}

function isOutsideModes(
  limit: Extract<CreditLimit, { kind: 'delivery-only' }>,
  { deliveryMode = null }: CeCredit,
): boolean {
  return deliveryMode !== null && !limit.modes.includes(deliveryMode)
}

const isOneOf = (board: string, boards: readonly string[]): boolean =>
  boards.some((each) => isSponsor(each, board))

export function isSponsor(wanted: string, sponsor: string | null | undefined): boolean {
  return foldedForComparison(sponsor ?? '') === foldedForComparison(wanted)
}
