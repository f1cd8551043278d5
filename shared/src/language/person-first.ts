import { after, asIn, before } from './agreement.ts'
import { PERSON_FIRST_TERMS, type PersonFirstTerm } from './person-first-terms.ts'

/** A stretch of text that could be said with the person first, and what could be said instead. */
export interface PersonFirstOffer {
  readonly start: number
  readonly end: number
  /** The words as they stand in the text. */
  readonly term: string
  /** One or more wordings to choose from, for one or for many as the text has it. */
  readonly offered: readonly string[]
  /** Of the wordings, where words around them have to agree; null: nothing has to. */
  readonly gender: 'f' | 'm' | null
  readonly isPlural: boolean
}

export type HelperLanguage = 'en' | 'es'

/** Offers wordings for a text in one language, in order of place; it underlines and explains, it never blocks. */
export function personFirstOffers(text: string, language: HelperLanguage): PersonFirstOffer[] {
  const offers: PersonFirstOffer[] = []
  for (const term of PERSON_FIRST_TERMS[language]) {
    const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${term.pattern})(?![\\p{L}\\d])`, 'giu')
    for (const match of text.matchAll(pattern)) {
      const offer = offerOf(term, match)
      const taken = offers.some((other) => offer.start < other.end && other.start < offer.end)
      if (!taken) offers.push(offer)
    }
  }
  return offers.sort((one, other) => one.start - other.start)
}

/** The offer for one place where a term was found. */
export function offerOf(term: PersonFirstTerm, match: RegExpExecArray): PersonFirstOffer {
  const isPlural = term.plural !== undefined && /s$/iu.test(match[0])
  const wordings = isPlural && term.plural ? term.plural : term.offered
  return {
    start: match.index,
    end: match.index + match[0].length,
    term: match[0],
    offered: wordings.map((wording) => wording.replace('$1', match[1] ?? '')),
    gender: term.gender ?? null,
    isPlural,
  }
}

/** "an addict’s phone": whose it is comes after it, once a person is said in several words. */
const OWNED = /^['’]s? (\p{L}+)/u

/** The text with one wording put in, and the words around it made to agree. */
export function withWording(
  text: string,
  offer: PersonFirstOffer,
  wording: string,
  language: HelperLanguage,
): string {
  const [earlier, later] = [text.slice(0, offer.start), text.slice(offer.end)]
  const owned = language === 'en' ? OWNED.exec(later) : null
  if (owned) return ofTheirs(earlier, later.slice(owned[0].length), wording, owned[1] ?? '')
  const agreed = before(earlier, offer, wording, language)
  return agreed + asIn(agreed, offer.term, wording) + after(later, offer, language)
}

/** "The inmate's cell" becomes "the cell of the person in custody". */
function ofTheirs(earlier: string, later: string, wording: string, thing: string): string {
  const [determiner = ''] = /(?<![\p{L}\d])(?:an?|the|this|that|each|every|another) $/iu.exec(earlier) ?? []
  const start = earlier.slice(0, earlier.length - determiner.length)
  const article = determiner.toLowerCase().replace(/^an $/, 'a ')
  return start + asIn(start, determiner || 'x', 'the') + ` ${thing} of ${article}${wording}` + later
}
