/** Turns a row of the catalogue into the typed rule that judges a certification, and leaves out what it cannot count. */
import type { CategoryClause, Credential } from '../catalogue/credential.ts'
import { UNKNOWN_RULE, UnreadKind, type RenewalRule } from '../renewal-rule.ts'
import type { CategoryMinimum, RequiredTotal, YearKind } from '../rule/asked.ts'
import type { ExpiryRule } from '../rule/terms.ts'
import { CREDENTIALS } from '../credential-catalogue.ts'
import { firstTermText, unreadParts, unreadReason } from './unread-parts.ts'

/** Where the prose of a row says that its year is the holder's own, though its `perYear` is empty. */
const HOLDER_YEAR: readonly string[] = [
  // earningWindow: "finished by the day before the holder's own yearly deadline"
  'us-ky-apss',
]

export function authorRenewalRule(credential: Credential): RenewalRule {
  const { renewal, provenance, continuingEducation: education } = credential
  const total = totalHours(credential)
  const unread = unreadParts(credential)
  const yearUnread = { kind: UnreadKind.KIND_OF_YEAR, category: null, text: null, figures: [] }
  return {
    ...UNKNOWN_RULE,
    credentialId: credential.id,
    cycleMonths: renewal.cycleMonths,
    expiry: expiryRule(renewal),
    total,
    minimums: education.categories.flatMap(countedMinimum),
    newHolders: firstTermText(credential) === null ? [] : [{ kind: 'not-read' }],
    submission: { ...UNKNOWN_RULE.submission, opensDaysBefore: renewal.submit.opensDaysBefore },
    late: readLateSteps(renewal.late),
    provenance,
    unread: total?.per === 'year' && total.yearKind === 'unknown' ? [yearUnread, ...unread] : unread,
  }
}

const ruleByCredential = new Map(
  CREDENTIALS.map((credential) => [credential.id, authorRenewalRule(credential)]),
)

/** The rule of a credential by its catalogue id; one that is not in the catalogue has the unknown rule. */
export function renewalRuleOf(credentialId: string | null): RenewalRule {
  return ruleByCredential.get(credentialId ?? '') ?? UNKNOWN_RULE
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

function totalHours({ id, continuingEducation: education }: Credential): RequiredTotal | null {
  const { hours, per, unit, perYear } = education
  if (hours === null || per === null || unit !== 'hours') return null
  const yearKind: YearKind = perYear ?? (HOLDER_YEAR.includes(id) ? 'holder' : 'unknown')
  return { amount: hours, unit, per, yearKind, insteadIf: null }
}

function countedMinimum(clause: CategoryClause): CategoryMinimum[] {
  const { category, minHours, within = null, overlaps = false } = clause
  if (minHours === null || unreadReason(clause) !== null) return []
  return [
    {
      category,
      amount: minHours,
      unit: 'hours',
      within,
      overlaps,
      everyMonths: null,
      once: false,
      onlyIf: null,
    },
  ]
}

/**
 * The ladder counts days after the expiry, so a first step without a day, or of no days, is none:
 * Michigan's probation has no end, and New York's first step is a fee before the expiry.
 */
function readLateSteps(late: Credential['renewal']['late']): RenewalRule['late'] {
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
