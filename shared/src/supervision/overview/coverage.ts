import type { PlainDate } from '../../calendar/plain-date.ts'
import type { SupervisionDueKind } from '../relationships/cadence.ts'

// How well people are covered by supervision, one cell for each person and type. The due day and its kind come from
// `supervisionDue`, which the caseload of a supervisor shows as well: the two cannot contradict each other.

export const CoverageState = {
  NOT_ASSIGNED: 'NOT_ASSIGNED',
  OVERDUE: 'OVERDUE',
  /** Somebody is named, but has not begun: the first day lies ahead, or the peer has yet to accept. */
  NOT_STARTED: 'NOT_STARTED',
  DUE_THIS_WEEK: 'DUE_THIS_WEEK',
  /** No agreement says how often. */
  NO_SCHEDULE: 'NO_SCHEDULE',
  ON_TIME: 'ON_TIME',
  /** The peer's leave: nothing falls due. */
  PAUSED: 'PAUSED',
} as const
export type CoverageState = (typeof CoverageState)[keyof typeof CoverageState]

/** The worst first. */
export const COVERAGE_STATES = Object.values(CoverageState)

/** What a cell needs to know of a relationship that has not ended. */
export interface CoveringRelationship {
  readonly accepted: boolean
  readonly startsOn: PlainDate
  readonly isPaused: boolean
  /** The first day of a leave without end that begins before a session would be due. */
  readonly pausedFrom: PlainDate | null
  readonly due: { readonly kind: SupervisionDueKind; readonly overdueDays: number } | null
}

export interface CoverageCell<Relationship> {
  readonly state: CoverageState
  /** 0 unless overdue. */
  readonly overdueDays: number
  /** The relationship that decides; null where nobody is assigned. */
  readonly decidedBy: Relationship | null
}

/** One relationship by itself. */
export function coverageState(relationship: CoveringRelationship, today: PlainDate): CoverageState {
  const { accepted, startsOn, isPaused, pausedFrom, due } = relationship
  if (!accepted || startsOn > today) return 'NOT_STARTED'
  if (isPaused) return 'PAUSED'
  if (due) return due.kind === 'ON_TRACK' ? 'ON_TIME' : due.kind
  return pausedFrom === null ? 'NO_SCHEDULE' : 'PAUSED'
}

/**
 * All relationships of one person and type. Of several that are in force, the one that is worst off decides: a new one
 * beside it is never overdue on its first day and must not hide that. One that has not begun decides only alone.
 */
export function coverageCell<Relationship extends CoveringRelationship>(
  relationships: readonly Relationship[],
  today: PlainDate,
): CoverageCell<Relationship> {
  const begun = relationships.filter((each) => coverageState(each, today) !== 'NOT_STARTED')
  const [first, ...others] = begun.length > 0 ? begun : relationships
  if (!first) return { state: 'NOT_ASSIGNED', overdueDays: 0, decidedBy: null }
  const worst = others.reduce((one, other) => (isWorse(other, one, today) ? other : one), first)
  const state = coverageState(worst, today)
  const overdueDays = state === 'OVERDUE' ? (worst.due?.overdueDays ?? 0) : 0
  return { state, overdueDays, decidedBy: worst }
}

function isWorse(one: CoveringRelationship, other: CoveringRelationship, today: PlainDate): boolean {
  const [place, against] = [one, other].map((each) => COVERAGE_STATES.indexOf(coverageState(each, today)))
  if (place !== against) return (place ?? 0) < (against ?? 0)
  return (one.due?.overdueDays ?? 0) > (other.due?.overdueDays ?? 0)
}

/** Where a person comes in the list: by the worst of their cells, then the longest overdue. A smaller one comes first. */
export function coverageRank(
  cells: readonly Pick<CoverageCell<unknown>, 'state' | 'overdueDays'>[],
): readonly [state: number, overdue: number] {
  const places = cells.map(({ state }) => COVERAGE_STATES.indexOf(state))
  const overdue = Math.max(0, ...cells.map(({ overdueDays }) => overdueDays))
  return [Math.min(COVERAGE_STATES.length, ...places), overdue === 0 ? 0 : -overdue]
}

export interface CoverageTally {
  /** Of the ones below, those on leave left out: an excused absence is shown apart. */
  readonly of: number
  /** No session should have been before today; those due this week are among them. */
  readonly onTime: number
  readonly dueThisWeek: number
  readonly overdue: number
  readonly notAssigned: number
  readonly notStarted: number
  readonly noSchedule: number
  readonly paused: number
}

/** How many are on time, of how many. Whoever has no schedule counts among all, never as on time: it is not known. */
export function coverageTally(states: readonly CoverageState[]): CoverageTally {
  const count = (state: CoverageState): number => states.filter((each) => each === state).length
  const paused = count('PAUSED')
  const dueThisWeek = count('DUE_THIS_WEEK')
  return {
    of: states.length - paused,
    onTime: count('ON_TIME') + dueThisWeek,
    dueThisWeek,
    overdue: count('OVERDUE'),
    notAssigned: count('NOT_ASSIGNED'),
    notStarted: count('NOT_STARTED'),
    noSchedule: count('NO_SCHEDULE'),
    paused,
  }
}
