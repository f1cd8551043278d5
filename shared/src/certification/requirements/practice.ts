/** Measures required service and supervision against recorded sessions and service hours. */
import { isWithin, type Period } from '../../calendar/period.ts'
import { compareDates, type PlainDate } from '../../calendar/plain-date.ts'
import type { PracticeRecord, PracticeSession } from '../hours/ce-credit.ts'
import type { KnownCycle } from '../cycle/renewal-cycle.ts'
import type { PracticeRequirement } from '../rules/asked.ts'
import { periodsBack } from './earning-periods.ts'
import type { RenewalCase } from './renewal-case.ts'
import type {
  HoursUnknownReason,
  MeasuredRequirement,
  Requirement,
  RequirementResult,
  UnknownRequirement,
} from './requirement-result.ts'
import { amountOf, unknown } from './unknown-requirements.ts'

const MONTHS_OF = { year: 12, quarter: 3, month: 1 } as const
const MINUTES_PER_HOUR = 60

/** A period with its own requirement and what was done in it, capped at the required amount. */
export interface PracticePeriod extends Period {
  readonly done: number
}

export interface PracticeLine {
  readonly asked: PracticeRequirement
  readonly result: MeasuredRequirement | UnknownRequirement
  /** The periods of a measured requirement; the whole cycle is one if the rule names no shorter period. */
  readonly periods: readonly PracticePeriod[]
  /** The first day with an entry. What happened earlier may have been recorded elsewhere. */
  readonly keptFrom: PlainDate | null
}

export function practiceRequirements(renewalCase: RenewalCase, today: PlainDate): RequirementResult[] {
  return practiceLines(renewalCase, today).map(({ result }) => result)
}

export function practiceLines(renewalCase: RenewalCase, today: PlainDate): PracticeLine[] {
  const { rule, cycle, practice = null } = renewalCase
  return rule.practice.map((asked): PracticeLine => {
    const requirement: Requirement = { kind: 'practice', practice: asked.kind }
    const open = (reason: HoursUnknownReason): PracticeLine => ({
      asked,
      result: unknown(requirement, reason, { asked: amountOf(asked) }),
      ...NOTHING,
    })
    if (cycle.kind === 'unknown') return open('window-unknown')
    if (asked.periodKind === 'unknown') return open('kind-of-period-not-read')
    const kept = practice && daysKept(asked, practice)
    if (!practice || !kept) return open('practice-not-recorded')
    const line = measured(requirement, asked, cycle, practice, today)
    if (line.result.shortBy > 0 && hasUndivided(asked, line.periods, practice, today)) {
      return open('entry-crosses-period')
    }
    return { ...line, keptFrom: [...kept].sort(compareDates)[0] ?? null }
  })
}

const NOTHING = { periods: [], keptFrom: null } as const
function daysKept({ kind }: PracticeRequirement, practice: PracticeRecord): PlainDate[] | undefined {
  if (kind === 'service') return practice.serviceHours?.map(({ on }) => on)
  return practice.sessions?.map(({ heldOn }) => heldOn)
}

/** Each period counts at most what it requires: four sessions in one month do not cover two months. */
function measured(
  requirement: Requirement,
  asked: PracticeRequirement,
  cycle: KnownCycle,
  practice: PracticeRecord,
  today: PlainDate,
): Omit<PracticeLine, 'keptFrom' | 'result'> & { readonly result: MeasuredRequirement } {
  const periods = periodsOf(asked, cycle).map((period) => ({
    ...period,
    done: Math.min(asked.amount, amountIn(asked, practice, period, today)),
  }))
  const needed = asked.amount * periods.length
  const earned = periods.reduce((sum, { done }) => sum + done, 0)
  const result: MeasuredRequirement = {
    kind: 'measured',
    requirement,
    window: { startsOn: cycle.startsOn, endsOn: cycle.endsOn },
    unit: asked.unit,
    needed,
    earned,
    planned: 0,
    shortBy: Math.max(0, needed - earned),
    unconfirmed: 0,
    carriedOver: 0,
  }
  return { asked, result, periods }
}

function periodsOf({ per }: PracticeRequirement, { startsOn, endsOn }: KnownCycle): Period[] {
  const whole = { startsOn, endsOn }
  return per === 'cycle' ? [whole] : periodsBack(whole, MONTHS_OF[per])
}

function amountIn(
  asked: PracticeRequirement,
  { sessions, serviceHours }: PracticeRecord,
  period: Period,
  today: PlainDate,
): number {
  const isCounted = (day: PlainDate): boolean => day <= today && isWithin(day, period)
  if (asked.kind === 'service') {
    return (serviceHours ?? []).reduce(
      (sum, entry) => sum + (isCounted(entry.on) && isCounted(entry.from ?? entry.on) ? entry.hours : 0),
      0,
    )
  }
  const held = (sessions ?? []).filter(
    ({ heldOn, isCoReflection }) => isCounted(heldOn) && (asked.kind === 'supervision' || isCoReflection),
  )
  if (asked.unit === 'hours') return held.reduce((sum, { minutes }) => sum + minutes, 0) / MINUTES_PER_HOUR
  return sessionsThatCount(asked, held)
}

/** Returns whether an entry spans a period boundary: how much of it lies inside is not known. */
function hasUndivided(
  { kind }: PracticeRequirement,
  periods: readonly Period[],
  { serviceHours }: PracticeRecord,
  today: PlainDate,
): boolean {
  if (kind !== 'service') return false
  return (serviceHours ?? []).some(
    ({ from, on }) =>
      from !== undefined &&
      on <= today &&
      periods.some(
        ({ startsOn, endsOn }) => from <= endsOn && startsOn <= on && (from < startsOn || endsOn < on),
      ),
  )
}

/** If some sessions must be long, short ones count only toward the remaining number. */
function sessionsThatCount(
  { amount, longSessions }: PracticeRequirement,
  held: readonly PracticeSession[],
): number {
  if (longSessions === null) return held.length
  const long = held.filter(({ minutes }) => minutes >= longSessions.minutes).length
  const places = amount - longSessions.count
  const asLong = Math.min(long, longSessions.count)
  return asLong + Math.min(places, held.length - asLong)
}
