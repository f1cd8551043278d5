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

/** The articles that a wording with "person" or "persona" needs in place of those before the label. */
const ARTICLES: Readonly<Record<HelperLanguage, Readonly<Record<string, string>>>> = {
  en: { an: 'a' },
  es: { un: 'una', el: 'la', del: 'de la', al: 'a la' },
}

/** The text with one wording put in, and the article before it made to agree: "an addict", "a person with …". */
export function withWording(
  text: string,
  offer: PersonFirstOffer,
  wording: string,
  language: HelperLanguage,
): string {
  const before = text.slice(0, offer.start)
  const article = /(?<![\p{L}\d])(\p{L}+) $/u.exec(before)?.[1]
  const agreed = wording.startsWith('person') && article && ARTICLES[language][article.toLowerCase()]
  const start = agreed ? before.slice(0, -article.length - 1) + likeCase(article, agreed) + ' ' : before
  return start + wording + text.slice(offer.end)
}

function likeCase(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
