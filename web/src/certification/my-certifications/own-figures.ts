import type { MyCertificationsQuery } from '../../generated/graphql.ts'
import {
  isMeasured,
  isShort,
  isTotal,
  type Measured,
  type Requirement,
} from '../requirements/requirement-words.ts'

export type OwnCertification = MyCertificationsQuery['myCertifications']['edges'][number]['node']

export interface OwnFigures {
  /** Hours, else courses, that are still needed; null where none is, or where that is not known. */
  readonly needed: { readonly amount: number; readonly unit: 'HOURS' | 'COURSES' } | null
  /** For the bar; null where the total is not known. */
  readonly bar: { readonly done: number; readonly setTopics: number; readonly anyTopic: number } | null
  readonly total: Measured | null
  /** What is short beside the total. */
  readonly short: readonly Measured[]
  readonly met: readonly Measured[]
  readonly unknown: readonly Requirement[]
}

/** One number, one bar, what is short: of everything that the assessment says. */
export function ownFigures({ explained, gaps }: OwnCertification): OwnFigures {
  const results = explained.map(({ result }) => result)
  const measured = results.filter(isMeasured)
  const total = measured.find(isTotal) ?? null
  const others = measured.filter((each) => !isTotal(each))
  const short = others.filter(isShort)
  const unit = gaps.hours > 0 ? ('HOURS' as const) : ('COURSES' as const)
  const amount = gaps.hours > 0 ? gaps.hours : gaps.courses
  return {
    needed: amount > 0 ? { amount, unit } : null,
    bar: total?.unit === 'HOURS' ? barOf(total, short, gaps.hours) : null,
    total,
    short,
    met: others.filter((each) => !isShort(each)),
    unknown: results.filter(({ __typename }) => __typename === 'UnknownRequirement'),
  }
}

/** Minimums that share the total with no other one; what they leave can be any topic. */
function barOf(total: Measured, short: readonly Measured[], needed: number) {
  const own = short.filter(
    ({ requirement, unit }) =>
      unit === 'HOURS' &&
      requirement.__typename === 'MinimumRequirement' &&
      !requirement.overlaps &&
      requirement.within === null,
  )
  const setTopics = Math.min(
    needed,
    own.reduce((sum, { shortBy }) => sum + shortBy, 0),
  )
  return { done: Math.min(total.earned, total.needed), setTopics, anyTopic: needed - setTopics }
}
