/** How long a certificate runs by what is printed on it, and which lengths of a rule fit that. */
import { addDays, addMonths, daysBetween, yearOf } from '../../calendar/plain-date.ts'
import type { CertificationFacts, EarlierTerm } from '../status/certification-facts.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { commonDateIn } from './next-expiry.ts'

/** A certificate snapped to the edge of a month, or to a weekday, is longer or shorter by that much at most. */
const ROUNDED_BY_DAYS = 31

/** Whether a certificate runs exactly so many months, its last day counted as the anniversary or as the day before it. */
export function isPrintedFor({ startsOn, expiresOn }: EarlierTerm, months: number): boolean {
  const anniversary = addMonths(startsOn, months)
  return expiresOn === anniversary || expiresOn === addDays(anniversary, -1)
}

/** The certificate whose end is printed; null where its first day or its end is not known. */
export function printedTerm({
  issuedOn,
  expiresOn,
  termStartsOn = null,
  earlierTerms = [],
}: CertificationFacts): EarlierTerm | null {
  // Without a certificate before it, the first day is that of the issue.
  const startsOn = termStartsOn ?? (earlierTerms.length === 0 ? issuedOn : null)
  return expiresOn === null || startsOn === null ? null : { startsOn, expiresOn }
}

/** Whether the length that is printed is one of the rule's: its cycle's, one to choose, or that of a first certificate. */
export function fitsLength(
  { cycleMonths, cycleChoices, firstCertificate }: RenewalRule,
  term: EarlierTerm,
): boolean {
  const { months: first = null, extensionMonths = null } = firstCertificate ?? {}
  const lengths = [
    cycleMonths,
    ...cycleChoices.map(({ months }) => months),
    first,
    first === null || extensionMonths === null ? null : first + extensionMonths,
  ]
  return lengths.some(
    (months) =>
      months !== null &&
      Math.abs(daysBetween(addMonths(term.startsOn, months), term.expiresOn)) <= ROUNDED_BY_DAYS,
  )
}

/** Whether the printed day is the common date of the rule. */
export function isCommonDate(
  { expiry }: RenewalRule,
  { expiresOn }: Pick<EarlierTerm, 'expiresOn'>,
): boolean {
  return expiry.shape === 'fixed-date' && commonDateIn(expiry, yearOf(expiresOn)) === expiresOn
}
