/** At risk means: at today's pace the cycle ends short and little time is left, or a period that has ended is short. */
import { addDays, daysBetween, type PlainDate } from '../../calendar/plain-date.ts'
import { practiceProjections } from '../forecast/practice-projection.ts'
import { courseProjections } from '../forecast/projection.ts'
import type { RenewalCase } from '../requirements/renewal-case.ts'

/**
 * Finds the first day, from today to the end of the cycle, on which it is at risk if nothing is added.
 * Without new hours the pace only falls, so the result never switches back and a binary search finds the day.
 */
export function atRiskFrom(renewalCase: RenewalCase, today: PlainDate): PlainDate | null {
  const { cycle } = renewalCase
  if (cycle.kind === 'unknown') return null
  const known = knownOn(renewalCase, today)
  // During an extension no further hours count, so what was short on the last day stays short.
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

/** If no entry exists yet, the work may have been done without being recorded. */
function keptBy<Entry>(entries: readonly Entry[], isKnown: (entry: Entry) => boolean): Entry[] | null {
  const known = entries.filter(isKnown)
  return known.length === 0 && entries.length > 0 ? null : known
}
