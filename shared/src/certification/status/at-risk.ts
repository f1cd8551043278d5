/** At risk: at today's pace something will be missing at the end, and little time is left; or a period that is over lacks it. */
import { addDays, daysBetween, type PlainDate } from '../../calendar/plain-date.ts'
import { practiceProjections } from '../forecast/practice-projection.ts'
import { courseProjections } from '../forecast/projection.ts'
import type { RenewalCase } from '../requirements/renewal-case.ts'

/**
 * The first day, from today to the end of the cycle, on which the certification is at risk if nothing is added.
 * Without anything new pace falls and days pass, so once at risk it stays so: the first day is found by halving.
 */
export function atRiskFrom(renewalCase: RenewalCase, today: PlainDate): PlainDate | null {
  const { cycle } = renewalCase
  if (cycle.kind === 'unknown') return null
  const known = knownOn(renewalCase, today)
  // While the board extends the end nothing more is earned, so what was short on the last day stays so.
  if (today > cycle.endsOn) return isAtRiskOn(known, cycle.endsOn) ? cycle.endsOn : null
  const isAtRisk = (days: number): boolean => isAtRiskOn(known, addDays(today, days))
  let [from, to] = [0, daysBetween(today, cycle.endsOn)]
  if (isAtRisk(from)) return today
  if (!isAtRisk(to)) return null
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (isAtRisk(middle)) to = middle
    else from = middle + 1
  }
  return addDays(today, to)
}

function isAtRiskOn(renewalCase: RenewalCase, day: PlainDate): boolean {
  return [...courseProjections(renewalCase, day), ...practiceProjections(renewalCase, day)].some(
    ({ isAtRisk }) => isAtRisk,
  )
}

function knownOn(renewalCase: RenewalCase, today: PlainDate): RenewalCase {
  const { credits, practice = null } = renewalCase
  return {
    ...renewalCase,
    credits: credits.filter(({ heldOn, planned }) => planned || heldOn <= today),
    practice: practice && {
      sessions: practice.sessions && keptBy(practice.sessions, ({ heldOn }) => heldOn <= today),
      serviceHours: practice.serviceHours && keptBy(practice.serviceHours, ({ on }) => on <= today),
    },
  }
}

/** Where all of it is still to come nothing was kept so far, which is not the same as nothing done. */
function keptBy<Entry>(entries: readonly Entry[], isKnown: (entry: Entry) => boolean): Entry[] | null {
  const known = entries.filter(isKnown)
  return known.length === 0 && entries.length > 0 ? null : known
}
