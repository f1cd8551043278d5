/** Writes what a catalogue row says in numbers and codes as a typed rule, and lists what it says in prose as unread. */
import type { CategoryClause, Credential, PracticeHours } from '../catalogue/credential.ts'
import { UNKNOWN_RULE, type RenewalRule } from '../rules/renewal-rule.ts'
import type { CategoryMinimum, PracticeRequirement, RequiredTotal } from '../rules/asked.ts'
import type { CreditLimit } from '../rules/limits.ts'
import type { ExpiryRule } from '../rules/terms.ts'
import type { Authoring } from './authoring.ts'
import { minimum, practice } from './clauses.ts'

/** The rule without its unread parts. */
export function transcribeRule(credential: Credential, { conditions = {} }: Authoring): RenewalRule {
  const { renewal, provenance, continuingEducation: education } = credential
  const { serviceHours, supervisionHours } = credential.practice
  return {
    ...UNKNOWN_RULE,
    credentialId: credential.id,
    cycleMonths: renewal.cycleMonths,
    expiry: expiryRule(renewal),
    total: requiredTotal(education),
    minimums: education.unit === 'courses' ? [] : education.categories.flatMap(asMinimum(conditions)),
    practice: [...asPractice('service', serviceHours), ...asPractice('supervision', supervisionHours)],
    proof: { ...UNKNOWN_RULE.proof, how: education.proof, keepYears: education.keepProofYears },
    limits: education.categories.flatMap(asMaximum),
    maxCarryOver: education.carryOverMaxHours,
    submission: { ...UNKNOWN_RULE.submission, ...renewal.submit },
    late: lateSteps(renewal.late),
    feeUsd: renewal.feeUsd,
    provenance,
  }
}

function expiryRule({ cycleMonths, expiry }: Credential['renewal']): ExpiryRule {
  switch (expiry.shape) {
    case 'fixed-date':
      return expiry.fixed
        ? { ...expiry.fixed, shape: 'fixed-date', onWorkingDay: 'as-it-falls' }
        : { shape: 'unknown' }
    case 'rolling-month-start':
      return { shape: 'month-start' }
    case 'rolling-month-end':
      return { shape: 'month-end' }
    case 'unknown':
      return { shape: cycleMonths === null ? 'unknown' : 'printed' }
    default:
      return { shape: expiry.shape }
  }
}

/** A row that counts courses has their number in its category 'any', since its hours are empty. */
function requiredTotal(education: Credential['continuingEducation']): RequiredTotal | null {
  const { hours, per, unit, perYear, categories } = education
  const courses = categories.find(({ category }) => category === 'any')?.minCount ?? null
  const amount = unit === 'courses' ? courses : hours
  if (amount === null || per === null) return null
  return { amount, unit, per, yearKind: perYear ?? 'unknown', insteadIf: null }
}

/** A minimum can be counted when its amount was read, and whose it is where it is not everybody's. */
export function isCounted(clause: CategoryClause, conditions: NonNullable<Authoring['conditions']>): boolean {
  const hasAmount = clause.minHours != null || clause.minCount != null
  return hasAmount && (clause.onlyIf == null || clause.once === true || clause.category in conditions)
}

const asMinimum =
  (conditions: NonNullable<Authoring['conditions']>) =>
  (clause: CategoryClause): CategoryMinimum[] => {
    if (!isCounted(clause, conditions)) return []
    const { category, minHours, minCount, within = null, overlaps = false, everyMonths = null } = clause
    return [
      minimum(category, minHours ?? minCount ?? 0, {
        unit: minHours === null ? 'courses' : 'hours',
        within,
        overlaps,
        everyMonths,
        once: clause.once ?? false,
        onlyIf: conditions[category] ?? null,
      }),
    ]
  }

const asMaximum = ({ category, maxHours }: CategoryClause): CreditLimit[] =>
  maxHours == null ? [] : [{ kind: 'category-most', category, hours: maxHours }]

const PERIODS: readonly string[] = ['cycle', 'year', 'quarter', 'month']

function asPractice(kind: PracticeRequirement['kind'], asked: PracticeHours | null): PracticeRequirement[] {
  const amount = asked?.hours ?? asked?.minCount ?? null
  if (!asked || amount === null || !PERIODS.includes(asked.per)) return []
  const unit = asked.hours === null ? 'sessions' : 'hours'
  return [practice(kind, amount, unit, asked.per as PracticeRequirement['per'])]
}

/**
 * The ladder counts days after the expiry, so a first step without a day, or of no days, is none:
 * Michigan's probation has no end, and New York's first step is a fee before the expiry.
 */
export function lateSteps(late: Credential['renewal']['late']): RenewalRule['late'] {
  const first = late[0]
  if (!first || first.withinDays === 0 || (first.status === 'grace' && first.withinDays === null)) return []
  return late.map(({ withinDays, status, feeUsd, effect }) => ({
    withinDays,
    status,
    feeUsd,
    needsHoursComplete: false,
    owesMissedYears: false,
    again: [],
    text: effect,
  }))
}
