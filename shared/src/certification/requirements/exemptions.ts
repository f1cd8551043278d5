/** Decides what is not required this time: for new holders, under a waiver, or because it is due in another cycle. */
import type { Period } from '../../calendar/period.ts'
import {
  addDays,
  addMonths,
  monthsBetween,
  plainDate,
  yearOf,
  type PlainDate,
} from '../../calendar/plain-date.ts'
import type { CertificationFacts } from '../status/certification-facts.ts'
import type { KnownCycle } from '../cycle/renewal-cycle.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { NewHolderRule } from '../rules/terms.ts'
import type { ExemptionReason } from './requirement-result.ts'

export type Owed =
  /** Has a different amount if the rule sets one for the first term. */
  | { readonly kind: 'owed'; readonly amount: number | null }
  | { readonly kind: 'not-owed'; readonly reason: ExemptionReason; readonly requiredFrom: PlainDate | null }

const OWED: Owed = { kind: 'owed', amount: null }

/** Returns whether a period requires continuing education at all. The first exemption that applies decides. */
export function isEducationRequired(
  rule: RenewalRule,
  cycle: KnownCycle,
  certification: CertificationFacts,
  period: Period,
): Owed {
  if (isWaived(rule, cycle, certification)) return { kind: 'not-owed', reason: 'waived', requiredFrom: null }
  const verdicts = rule.newHolders.map((each) => forNewHolder(each, rule, cycle, certification, period))
  return verdicts.find((owed) => owed.kind === 'not-owed' || owed.amount !== null) ?? OWED
}

/** Covers renewals due within the waiver's dates. A waiver for some holders needs a known answer about the holder. */
function isWaived(
  { exceptions }: RenewalRule,
  cycle: KnownCycle,
  { conditions = {} }: CertificationFacts,
): boolean {
  return exceptions.some(
    ({ kind, dueFrom, dueTo, onlyIf }) =>
      kind === 'hours-waived' &&
      (dueFrom === null || dueFrom <= cycle.endsOn) &&
      (dueTo === null || cycle.endsOn <= dueTo) &&
      (onlyIf === null || conditions[onlyIf] === true),
  )
}

const exemptNewHolder = (requiredFrom: PlainDate | null): Owed => ({
  kind: 'not-owed',
  reason: 'new-holder',
  requiredFrom,
})

function forNewHolder(
  rule: NewHolderRule,
  { cycleMonths }: RenewalRule,
  cycle: KnownCycle,
  { issuedOn, conditions = {} }: CertificationFacts,
  period: Period,
): Owed {
  if (rule.kind === 'none-before-next-january') {
    const isYearOfIssue = yearOf(period.endsOn) <= yearOf(issuedOn)
    return isYearOfIssue ? exemptNewHolder(plainDate(yearOf(issuedOn) + 1, 12, 31)) : OWED
  }
  if (!cycle.isFirstTerm) return OWED
  const nextEnd = cycleMonths === null ? null : addMonths(cycle.endsOn, cycleMonths)
  switch (rule.kind) {
    case 'none-in-first-term':
      return exemptNewHolder(nextEnd)
    case 'none-in-short-first-term':
      return cycleMonths !== null && cycle.endsOn < addMonths(issuedOn, cycleMonths)
        ? exemptNewHolder(nextEnd)
        : OWED
    case 'none-if-issued-within': {
      const isLate = issuedOn > addMonths(cycle.endsOn, -rule.months)
      const isExcluded = rule.unless !== null && conditions[rule.unless] === true
      return isLate && !isExcluded ? exemptNewHolder(nextEnd) : OWED
    }
    case 'prorated': {
      const left = monthsBetween(issuedOn, addDays(cycle.endsOn, 1))
      const step = rule.steps.find(({ monthsLeftAtLeast }) => left >= monthsLeftAtLeast)
      return step === undefined || step.amount === 0
        ? exemptNewHolder(nextEnd)
        : { kind: 'owed', amount: step.amount }
    }
    case 'not-read':
      return OWED
  }
}

/** What is asked every so many months is first due when those months have passed since the original issue date. */
export function firstRequiredFrom({ issuedOn }: CertificationFacts, everyMonths: number): PlainDate {
  return addMonths(issuedOn, everyMonths)
}
