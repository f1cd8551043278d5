import type { PlainDate } from '../../calendar/plain-date.ts'
import { DriftCause } from '../drift-causes.ts'
import { RoleAnswer } from '../role-agreement/role-agreement.ts'
import { DriftSignal, MissingFact, measured, unknown, type SignalResult } from './signal.ts'
import { RECENT_WEEKS_NEEDED, SIGNAL_THRESHOLDS } from './thresholds.ts'
import { linesOf, percentOf, quartersOf, recentWeeks, type WeekFact } from './week-facts.ts'

// Both signals need an agreement: without one, nobody has said what the role is.

/**
 * The share of time that the agreement leaves outside the role. What it does not answer counts as time, never as time
 * outside the role.
 */
export function outOfRole(weeks: readonly WeekFact[], today: PlainDate): SignalResult {
  const signal = DriftSignal.OUT_OF_ROLE
  const threshold = SIGNAL_THRESHOLDS[signal]
  const agreed = agreedWeeks(weeks, today)
  if ('missing' in agreed) return unknown(signal, 1, threshold, agreed.missing)
  const isOutside = ({ role }: { role: RoleAnswer | null }) =>
    role === RoleAnswer.OUTSIDE_ROLE || role === RoleAnswer.AGAINST_VALUES
  const lines = linesOf(agreed.weeks).filter(({ role }) => role !== null)
  return measured({
    ...{ signal, version: 1, threshold, suggestedCause: DriftCause.ASSIGNED_WORK },
    figure: percentOf(quartersOf(lines.filter(isOutside)), quartersOf(lines)),
    entries: agreed.weeks.filter(({ lines: each }) => each.some(isOutside)),
  })
}

/** Any time at all with what the agreement calls against peer values; the figure is in quarter hours. */
export function againstValues(weeks: readonly WeekFact[], today: PlainDate): SignalResult {
  const signal = DriftSignal.AGAINST_VALUES
  const threshold = SIGNAL_THRESHOLDS[signal]
  const isAgainst = ({ role }: { role: RoleAnswer | null }) => role === RoleAnswer.AGAINST_VALUES
  const recent = recentWeeks(weeks, today)
  const figure = quartersOf(linesOf(recent).filter(isAgainst))
  // One such week is enough; that there is none can only be said of enough weeks.
  const agreed = agreedWeeks(weeks, today)
  if (figure <= threshold && 'missing' in agreed) return unknown(signal, 1, threshold, agreed.missing)
  return measured({
    ...{ signal, version: 1, threshold, suggestedCause: DriftCause.ASSIGNED_WORK },
    figure,
    entries: recent.filter(({ lines }) => lines.some(isAgainst)),
  })
}

function agreedWeeks(
  weeks: readonly WeekFact[],
  today: PlainDate,
): { readonly weeks: WeekFact[] } | { readonly missing: MissingFact } {
  const recent = recentWeeks(weeks, today)
  if (recent.length < RECENT_WEEKS_NEEDED) return { missing: MissingFact.RECENT_WEEKS }
  const agreed = recent.filter(({ lines }) => lines.some(({ role }) => role !== null))
  return agreed.length < RECENT_WEEKS_NEEDED ? { missing: MissingFact.AGREEMENT } : { weeks: agreed }
}
