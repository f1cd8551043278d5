import { PERSON_FIRST_TERMS } from './person-first-terms.ts'

/** A stretch of text that could be said with the person first, and what could be said instead. */
export interface PersonFirstOffer {
  readonly start: number
  readonly end: number
  /** The words as they stand in the text. */
  readonly term: string
  /** One or more wordings to choose from. */
  readonly offered: readonly string[]
}

export type HelperLanguage = 'en' | 'es'

/** Offers wordings for a text in one language, in order of place; it underlines and explains, it never blocks. */
export function personFirstOffers(text: string, language: HelperLanguage): PersonFirstOffer[] {
  const offers: PersonFirstOffer[] = []
  for (const { pattern, offered } of PERSON_FIRST_TERMS[language]) {
    for (const match of text.matchAll(new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu'))) {
      const [start, end] = [match.index, match.index + match[0].length]
      const taken = offers.some((other) => start < other.end && other.start < end)
      if (!taken) offers.push({ start, end, term: match[0], offered })
    }
  }
  return offers.sort((one, other) => one.start - other.start)
}
