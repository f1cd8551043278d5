/** Computes the surplus hours carried over from the previous period, up to the rule's limit. */
import type { Period } from '../../calendar/period.ts'
import { addDays, addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import { isEducationRequired } from './exemptions.ts'
import { amountFor, countHours } from './counted-hours.ts'
import type { LineToMeasure } from './asked-lines.ts'
import type { RenewalCase } from './renewal-case.ts'

/** Reaches back over every period whose surplus can still carry over. */
const MAX_PERIODS_BACK = 20

/**
 * What the periods before leave for a line of the total. Only hours earned in a period go over, and only into the
 * next one: what came over and was not needed is gone. A period in which nothing was owed passes nothing on.
 */
export function carriedInto(renewalCase: RenewalCase, line: LineToMeasure, today: PlainDate): number {
  const { rule, certification } = renewalCase
  const most = rule.maxCarryOver ?? 0
  if (most === 0 || certification === null || line.requirement.kind !== 'total') return 0
  const periods = periodsBefore(renewalCase, line.window, certification.issuedOn)
  return periods.reduce((carried, window) => {
    if (!isRequired(renewalCase, window)) return 0
    const own = amountFor(line, countHours(renewalCase, window, [], today, false))
    return Math.min(most, Math.max(0, Math.min(own, own + carried - line.needed)))
  }, 0)
}

function periodsBefore({ rule }: RenewalCase, window: Period, issuedOn: PlainDate): Period[] {
  const months = rule.total?.per === 'year' ? 12 : rule.cycleMonths
  const periods: Period[] = []
  if (months === null) return periods
  for (let back = 1; back <= MAX_PERIODS_BACK; back++) {
    const endsOn = addMonths(window.endsOn, -months * back)
    if (endsOn < issuedOn) break
    // A first term can be longer than one period, so its own days must not count as the period before it.
    if (endsOn >= window.startsOn) continue
    const startsOn = addDays(addMonths(window.endsOn, -months * (back + 1)), 1)
    const isFirst = startsOn < addMonths(issuedOn, 1)
    periods.unshift({ startsOn: isFirst ? issuedOn : startsOn, endsOn })
    if (isFirst) break
  }
  return periods
}

function isRequired({ rule, certification }: RenewalCase, window: Period): boolean {
  if (certification === null) return false
  const isFirstTerm = window.startsOn <= certification.issuedOn
  const cycle = { kind: 'known', source: 'rule', ...window, isFirstTerm } as const
  return isEducationRequired(rule, cycle, certification, window).kind === 'owed'
}
