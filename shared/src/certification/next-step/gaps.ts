/** Lists everything that a renewal still lacks, and sums it in one way for lists, pages, files, previews and reminders. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type {
  MeasuredRequirement,
  Requirement,
  RequirementResult,
  UnknownRequirement,
} from '../requirements/requirement-result.ts'

export const GapState = {
  /** Every requirement is known and met. */
  MET: 'MET',
  SHORT: 'SHORT',
  /** No known requirement is short, but something is not known. */
  UNKNOWN: 'UNKNOWN',
  /** The requirements are met only if a board approves courses or counts repeated ones. */
  UNCONFIRMED: 'UNCONFIRMED',
  NOTHING_OWED: 'NOTHING_OWED',
} as const
export type GapState = (typeof GapState)[keyof typeof GapState]

export interface Gaps {
  readonly state: GapState
  /** The fewest hours of courses that close every gap counted in hours. */
  readonly hours: number
  readonly courses: number
  /** Every requirement that is short, including the total. */
  readonly short: readonly MeasuredRequirement[]
  readonly unknown: readonly UnknownRequirement[]
  /** Hours that depend on open questions about courses, taken from the requirement that has the most of them. */
  readonly unconfirmed: number
}

export function gapsOf(requirements: readonly RequirementResult[]): Gaps {
  const measured = requirements.filter((line) => line.kind === 'measured')
  const unknown = requirements.filter((line) => line.kind === 'unknown')
  const short = measured.filter(({ shortBy }) => shortBy > 0)
  const unconfirmed = Math.max(0, ...measured.map((line) => unconfirmedOf(line)))
  const ofCourses = short.filter(({ requirement }) => requirement.kind !== 'practice')
  return {
    state: stateOf(requirements, short.length > 0, unknown.length > 0, unconfirmed),
    hours: sumOverEnds(ofCourses.filter(({ unit }) => unit === 'hours')),
    courses: sumOverEnds(ofCourses.filter(({ unit }) => unit === 'courses')),
    short,
    unknown,
    unconfirmed,
  }
}

function stateOf(
  requirements: readonly RequirementResult[],
  isShort: boolean,
  isUnknown: boolean,
  unconfirmed: number,
): GapState {
  if (isShort) return GapState.SHORT
  if (isUnknown) return GapState.UNKNOWN
  if (unconfirmed > 0) return GapState.UNCONFIRMED
  const isOwed = requirements.some(({ kind }) => kind === 'measured')
  return isOwed ? GapState.MET : GapState.NOTHING_OWED
}

/** Hours beyond the required amount need no answer. */
function unconfirmedOf({ earned, needed, unconfirmed }: MeasuredRequirement): number {
  return Math.max(0, unconfirmed - Math.max(0, earned - needed))
}

/** Each year of a cycle has its own requirement: hours of one year cannot make up for another. */
function sumOverEnds(short: readonly MeasuredRequirement[]): number {
  const ends = new Set(short.map(({ window }) => window.endsOn))
  return [...ends].reduce((sum, end) => sum + fewest(short.filter(({ window }) => window.endsOn === end)), 0)
}

/**
 * One course can close a gap of the total, of a minimum and of a sponsor at once; minimums that share no hours need
 * courses of their own, and what is nested in another serves both.
 */
function fewest(short: readonly MeasuredRequirement[]): number {
  const total = short.find(({ requirement }) => requirement.kind === 'total')
  const days = total?.window.startsOn ?? latestStart(short)
  const apart = short.filter((line) => isApart(line.requirement) && line.window.startsOn === days)
  const shared = short.filter((line) => !apart.includes(line))
  const own = apart.filter(({ requirement }) => withinOf(requirement) === null)
  const ofOwn = own.map((line) => Math.max(line.shortBy, nestedIn(line.requirement, apart)))
  const nestedAlone = apart.filter(
    ({ requirement }) =>
      withinOf(requirement) !== null && !own.some((outer) => isOuter(outer.requirement, requirement)),
  )
  const sponsors = shared.filter(({ requirement }) => requirement.kind === 'sponsor')
  const others = shared.filter(({ requirement }) => requirement.kind !== 'sponsor')
  return Math.max(
    sum(ofOwn) + sum(nestedAlone.map(({ shortBy }) => shortBy)),
    sum(sponsors.map(({ shortBy }) => shortBy)),
    ...others.map(({ shortBy }) => shortBy),
  )
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const latestStart = (short: readonly MeasuredRequirement[]): PlainDate =>
  short.reduce((latest, { window }) => (window.startsOn > latest ? window.startsOn : latest), '')

const isApart = (requirement: Requirement): boolean => requirement.kind === 'minimum' && !requirement.overlaps

const withinOf = (requirement: Requirement) => (requirement.kind === 'minimum' ? requirement.within : null)

const isOuter = (outer: Requirement, inner: Requirement): boolean =>
  outer.kind === 'minimum' && outer.category === withinOf(inner)

const nestedIn = (outer: Requirement, all: readonly MeasuredRequirement[]): number =>
  sum(all.filter(({ requirement }) => isOuter(outer, requirement)).map(({ shortBy }) => shortBy))
