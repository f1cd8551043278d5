/** Compares what a renewal requires with what was earned: total, minimums, sponsors, service and supervision. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { askedLines, type LineToMeasure } from './asked-lines.ts'
import { carriedInto } from './carry-over.ts'
import { amountFor, countHours, type CountedHours } from './counted-hours.ts'
import { practiceRequirements } from './practice.ts'
import type { RenewalCase } from './renewal-case.ts'
import type { MeasuredRequirement, RequirementResult } from './requirement-result.ts'

/**
 * The total comes first and is always there; a part that no rule answers is unknown, never zero. Which lines there
 * are, and their amounts, does not depend on the credits.
 */
export function requirementsOf(renewalCase: RenewalCase, today: PlainDate): RequirementResult[] {
  return [...educationRequirements(renewalCase, today), ...practiceRequirements(renewalCase, today)]
}

export function educationRequirements(renewalCase: RenewalCase, today: PlainDate): RequirementResult[] {
  const asked = askedLines(renewalCase)
  const lines = asked.filter((line) => line.kind === 'to-measure')
  const held = counter(renewalCase, lines, today, false)
  const all = renewalCase.credits.some(({ planned }) => planned)
    ? counter(renewalCase, lines, today, true)
    : held
  return asked.map((line) =>
    line.kind === 'to-measure' ? measure(line, carriedInto(renewalCase, line, today), held, all) : line,
  )
}

type Counter = (line: LineToMeasure) => CountedHours

/** Counts the hours of each period once, however many requirements use it. */
function counter(
  renewalCase: RenewalCase,
  lines: readonly LineToMeasure[],
  today: PlainDate,
  withPlanned: boolean,
): Counter {
  const counted = new Map<string, CountedHours>()
  return ({ window }) => {
    const key = `${window.startsOn} ${window.endsOn}`
    const hours = counted.get(key) ?? countHours(renewalCase, window, lines, today, withPlanned)
    counted.set(key, hours)
    return hours
  }
}

function measure(line: LineToMeasure, carriedOver: number, held: Counter, all: Counter): MeasuredRequirement {
  const { requirement, window, unit, needed } = line
  const ofThesePeriods = amountFor(line, held(line))
  const earned = ofThesePeriods + carriedOver
  return {
    kind: 'measured',
    requirement,
    window,
    unit,
    needed,
    earned,
    planned: amountFor(line, all(line)) - ofThesePeriods,
    shortBy: Math.max(0, needed - earned),
    unconfirmed: unconfirmedOf(line, held(line)),
    carriedOver,
  }
}

function unconfirmedOf(line: LineToMeasure, hours: CountedHours): number {
  return hours.confirmed === null ? 0 : amountFor(line, hours) - amountFor(line, hours.confirmed)
}
