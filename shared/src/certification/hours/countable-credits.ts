/** What of each credit a rule counts within some days, and why not the rest. */
import { isWithin, type Period } from '../../calendar/period.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CeCredit } from './ce-credit.ts'
import type { CountReason } from '../course-check/credit-outcome.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { limitOn } from './credit-limits.ts'
import type { CountedCredit } from './counted-credit.ts'
import { programmeKey, withDoubts, withoutRepeats } from './repeated-courses.ts'
import { quartersCounted } from './credit-hours.ts'

export interface CountingDays {
  readonly window: Period
  readonly today: PlainDate
  readonly withPlanned: boolean
  readonly certificationId: string | null
  /** The first issue: what was held before it never counted, and so uses nothing up. */
  readonly issuedOn: PlainDate
  /** Each certification needs hours of its own, so that only what was given to this one counts. */
  readonly separately: boolean
}

/** All credits in the order of their days, those that do not count with the reason; the same one twice counts once. */
export function countableCredits(
  rule: RenewalRule,
  credits: readonly CeCredit[],
  days: CountingDays,
): CountedCredit[] {
  const orderOf = ({ heldOn, id }: CeCredit): string => `${heldOn} ${id}`
  const ordered = [...credits].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  const assessed = ordered.map((credit) => assess(rule, credit, days, credits))
  return withoutRepeats(rule, assessed).map((each) => withDoubts(rule, each, assessed))
}

function assess(
  rule: RenewalRule,
  credit: CeCredit,
  days: CountingDays,
  all: readonly CeCredit[],
): CountedCredit {
  const refused = (note: CountReason): CountedCredit => ({
    credit,
    quarters: 0,
    categories: [],
    notes: [note],
  })
  const outside = whyOutside(credit, days)
  if (outside !== null) return refused(outside)
  const { onlyFor = null } = credit
  if (onlyFor !== null && onlyFor !== days.certificationId)
    return refused({ kind: 'for-another-certification' })
  if (onlyFor === null && days.separately) return refused({ kind: 'given-to-none' })
  if (rule.sameProgramme === 'once-ever' && wasCreditedBefore(rule, credit, days, all)) {
    return refused({ kind: 'same-course', as: 'once-ever' })
  }
  const limited = limitOn(rule, credit)
  if (limited.refusedBy !== null) return refused(limited.refusedBy)
  const { quarters, notes } = quartersCounted(rule, credit)
  return { credit, quarters, categories: limited.categories, notes: [...limited.notes, ...notes] }
}

function whyOutside(
  { startsOn, heldOn, planned = false }: CeCredit,
  { window, today, withPlanned }: CountingDays,
): CountReason | null {
  const firstDay = startsOn ?? heldOn
  const isPartlyIn = firstDay <= window.endsOn && window.startsOn <= heldOn
  if (isPartlyIn && !(isWithin(firstDay, window) && isWithin(heldOn, window))) {
    return { kind: 'crosses-window', window }
  }
  if (!isWithin(heldOn, window)) return { kind: 'outside-window', window }
  if (planned && heldOn < today) return { kind: 'planned-and-past' }
  const isAhead = planned ? !withPlanned : heldOn > today
  return isAhead ? { kind: 'planned' } : null
}

/** Only what counted uses a course up: one that the board refused, or that served another certificate, never did. */
function wasCreditedBefore(
  rule: RenewalRule,
  { programme }: CeCredit,
  { window, issuedOn, certificationId }: CountingDays,
  all: readonly CeCredit[],
): boolean {
  if (programme === undefined) return false
  return all.some(
    (earlier) =>
      !earlier.planned &&
      earlier.programme !== undefined &&
      programmeKey(earlier.programme) === programmeKey(programme) &&
      issuedOn <= earlier.heldOn &&
      earlier.heldOn < window.startsOn &&
      (earlier.onlyFor ?? certificationId) === certificationId &&
      limitOn(rule, earlier).refusedBy === null &&
      quartersCounted(rule, earlier).quarters > 0,
  )
}
