import { type HelperLanguage, offerOf, type PersonFirstOffer } from '../person-first.ts'
import { ENGLISH_TERMS } from './english-terms.ts'
import type { RoleWordTerm } from './role-word.ts'
import { SPANISH_TERMS } from './spanish-terms.ts'

export const ROLE_WORD_TERMS: Readonly<Record<HelperLanguage, readonly RoleWordTerm[]>> = {
  en: ENGLISH_TERMS,
  es: SPANISH_TERMS,
}

/** All terms of a language in one pattern: a text is read once, however many terms there are. */
const patterns = new Map<HelperLanguage, RegExp>()

function patternOf(language: HelperLanguage): RegExp {
  const known = patterns.get(language)
  if (known) return known
  const terms = ROLE_WORD_TERMS[language].map(({ pattern }) => `(${pattern})`).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${terms})(?![\\p{L}\\d])`, 'giu')
  patterns.set(language, pattern)
  return pattern
}

/**
 * Offers how a peer would say what clinical staff say in their own words, in order of place. What another helper has
 * already underlined is left to it.
 */
export function roleWordOffers(
  text: string,
  language: HelperLanguage,
  taken: readonly Pick<PersonFirstOffer, 'start' | 'end'>[] = [],
): PersonFirstOffer[] {
  const offers: PersonFirstOffer[] = []
  for (const match of text.matchAll(patternOf(language))) {
    const term = ROLE_WORD_TERMS[language][match.slice(1).findIndex((group) => group !== undefined)]
    if (!term) continue
    const offer = offerOf(term, match)
    if (!taken.some((other) => offer.start < other.end && other.start < offer.end)) offers.push(offer)
  }
  return offers
}
