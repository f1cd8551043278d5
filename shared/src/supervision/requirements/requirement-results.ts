import type { Period } from '../../calendar/period.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { SupervisionRequirement } from '../agreements/supervision-requirements.ts'
import {
  type HeldSession,
  longestGap,
  minutesOf,
  sessionsIn,
  wholeMonths,
  wholeWeeks,
} from './held-sessions.ts'

// What a state, a payer or good practice asks of supervision, held against what took place. Only figures that the source
// gives are computed; whatever is missing is unknown, and never met.

export const SupervisionMeasure = {
  SESSIONS_PER_WEEK: 'SESSIONS_PER_WEEK',
  MINUTES_PER_WEEK: 'MINUTES_PER_WEEK',
  SESSIONS_PER_MONTH: 'SESSIONS_PER_MONTH',
  ONE_LONG_SESSION_PER_MONTH: 'ONE_LONG_SESSION_PER_MONTH',
  CO_REFLECTIONS_PER_QUARTER: 'CO_REFLECTIONS_PER_QUARTER',
  DAYS_BETWEEN_SESSIONS: 'DAYS_BETWEEN_SESSIONS',
  HOURS_PER_SERVICE_HOURS: 'HOURS_PER_SERVICE_HOURS',
  HOURS_BEFORE_FIRST_PLACEMENT: 'HOURS_BEFORE_FIRST_PLACEMENT',
  PEERS_PER_SUPERVISOR: 'PEERS_PER_SUPERVISOR',
} as const
export type SupervisionMeasure = (typeof SupervisionMeasure)[keyof typeof SupervisionMeasure]

export const SupervisionMeasureState = { MET: 'MET', SHORT: 'SHORT', UNKNOWN: 'UNKNOWN' } as const
export type SupervisionMeasureState = (typeof SupervisionMeasureState)[keyof typeof SupervisionMeasureState]

/** Why it is unknown. */
export const SupervisionMeasureUnknown = {
  /** No whole week, month or quarter lies in the period. */
  PERIOD_TOO_SHORT: 'PERIOD_TOO_SHORT',
  NO_SERVICE_HOURS: 'NO_SERVICE_HOURS',
  NO_PLACEMENT: 'NO_PLACEMENT',
  /** What came before the first placement may have been held elsewhere. */
  NOTHING_RECORDED_BEFORE: 'NOTHING_RECORDED_BEFORE',
  /** Alongside does not know how much of a full-time job somebody supervises. */
  FTE_NOT_RECORDED: 'FTE_NOT_RECORDED',
} as const
export type SupervisionMeasureUnknown =
  (typeof SupervisionMeasureUnknown)[keyof typeof SupervisionMeasureUnknown]

export interface RequirementResult {
  readonly measure: SupervisionMeasure
  readonly state: SupervisionMeasureState
  readonly unknown: SupervisionMeasureUnknown | null
  /** In the unit of the measure: sessions, minutes, days, hours or peers. */
  readonly needed: number
  /** Of the period with the least, where there are several; null where it is not known. */
  readonly had: number | null
  /** Whole weeks, months or quarters, and in how many of them it was met; null where it is not asked by such. */
  readonly periods: number | null
  readonly periodsMet: number | null
}

export interface SupervisionFacts {
  readonly period: Period
  /** All that were ever held, so that what came before the first placement is among them. */
  readonly sessions: readonly HeldSession[]
  /** Hours of service recorded for the period; null where there are none: unknown, not zero. */
  readonly serviceHours: number | null
  readonly firstPlacementOn: PlainDate | null
  /** The most peers that one of the supervisors has today; null where nobody supervises. */
  readonly peersOfSupervisor: number | null
}

/** A result for each figure of the requirement; none where it is text only. */
export function requirementResults(
  requirement: SupervisionRequirement,
  facts: SupervisionFacts,
): RequirementResult[] {
  const { sessionsPerWeek, minutesPerWeek, sessionsPerMonth, oneOfAtLeastMinutes } = requirement
  const { coReflectionSessionsPerQuarter, cadenceDays } = requirement
  const [weeks, months] = [wholeWeeks(facts.period), wholeMonths(facts.period, 1)]
  const over = (
    measure: SupervisionMeasure,
    needed: number | null,
    periods: readonly Period[],
    of: Amount,
  ) => (needed === null ? [] : [eachPeriod(measure, needed, periods, facts.sessions, of)])
  return [
    ...over('SESSIONS_PER_WEEK', sessionsPerWeek, weeks, count),
    ...over('MINUTES_PER_WEEK', minutesPerWeek, weeks, minutesOf),
    ...over('SESSIONS_PER_MONTH', sessionsPerMonth, months, count),
    ...over('ONE_LONG_SESSION_PER_MONTH', oneOfAtLeastMinutes, months, longest),
    ...over(
      'CO_REFLECTIONS_PER_QUARTER',
      coReflectionSessionsPerQuarter,
      wholeMonths(facts.period, 3),
      (sessions) => count(sessions.filter(({ format }) => format === 'CO_REFLECTION')),
    ),
    ...(cadenceDays.length === 0 ? [] : [gap(Math.max(...cadenceDays), facts)]),
    ...perServiceHours(requirement, facts),
    ...beforeFirstPlacement(requirement, facts),
    ...ratio(requirement, facts),
  ]
}

type Amount = (sessions: readonly HeldSession[]) => number
const count: Amount = (sessions) => sessions.length
const longest: Amount = (sessions) => Math.max(0, ...sessions.map(({ minutes }) => minutes))

function eachPeriod(
  measure: SupervisionMeasure,
  needed: number,
  periods: readonly Period[],
  sessions: readonly HeldSession[],
  amount: Amount,
): RequirementResult {
  if (periods.length === 0) return unknown(measure, needed, 'PERIOD_TOO_SHORT')
  const had = periods.map((period) => amount(sessionsIn(sessions, period)))
  const periodsMet = had.filter((one) => one >= needed).length
  const state = periodsMet === periods.length ? SupervisionMeasureState.MET : SupervisionMeasureState.SHORT
  const counted = { periods: periods.length, periodsMet }
  return { measure, state, unknown: null, needed, had: Math.min(...had), ...counted }
}

function gap(needed: number, { sessions, period }: SupervisionFacts): RequirementResult {
  const had = longestGap(sessions, period)
  const state = had !== null && had <= needed ? SupervisionMeasureState.MET : SupervisionMeasureState.SHORT
  return single('DAYS_BETWEEN_SESSIONS', state, needed, had)
}

function perServiceHours(
  { supervisionHours, perServiceHours: per }: SupervisionRequirement,
  { serviceHours, sessions, period }: SupervisionFacts,
): RequirementResult[] {
  if (supervisionHours === null || per === null) return []
  const measure = SupervisionMeasure.HOURS_PER_SERVICE_HOURS
  if (serviceHours === null) return [unknown(measure, supervisionHours, 'NO_SERVICE_HOURS')]
  return [
    enough(measure, (serviceHours * supervisionHours) / per, minutesOf(sessionsIn(sessions, period)) / 60),
  ]
}

function beforeFirstPlacement(
  { hoursBeforeFirstContact: needed }: SupervisionRequirement,
  { firstPlacementOn, sessions }: SupervisionFacts,
): RequirementResult[] {
  if (needed === null) return []
  const measure = SupervisionMeasure.HOURS_BEFORE_FIRST_PLACEMENT
  if (firstPlacementOn === null) return [unknown(measure, needed, 'NO_PLACEMENT')]
  const before = sessions.filter(({ heldOn }) => heldOn < firstPlacementOn)
  if (before.length === 0) return [unknown(measure, needed, 'NOTHING_RECORDED_BEFORE')]
  return [enough(measure, needed, minutesOf(before) / 60)]
}

function ratio(
  { peersPerSupervisorFte: needed }: SupervisionRequirement,
  { peersOfSupervisor }: SupervisionFacts,
): RequirementResult[] {
  if (needed === null) return []
  const measure = SupervisionMeasure.PEERS_PER_SUPERVISOR
  return [{ ...unknown(measure, needed, 'FTE_NOT_RECORDED'), had: peersOfSupervisor }]
}

function enough(measure: SupervisionMeasure, needed: number, had: number): RequirementResult {
  const { MET, SHORT } = SupervisionMeasureState
  return single(measure, had >= needed ? MET : SHORT, needed, had)
}

function single(
  measure: SupervisionMeasure,
  state: SupervisionMeasureState,
  needed: number,
  had: number | null,
) {
  return { measure, state, unknown: null, needed, had, periods: null, periodsMet: null }
}

function unknown(
  measure: SupervisionMeasure,
  needed: number,
  why: SupervisionMeasureUnknown,
): RequirementResult {
  return { ...single(measure, SupervisionMeasureState.UNKNOWN, needed, null), unknown: why }
}
