/** Makes the words around a wording agree with it: articles before it, and in Spanish what is said of it after it. */

/** A wording with its gender and number, where words around it have to agree. */
interface Agreeing {
  readonly gender: 'f' | 'm' | null
  readonly isPlural: boolean
}

/** A word of those before a noun, for one and many, masculine and feminine. */
const SPANISH_DETERMINERS = [
  ['un', 'una', 'unos', 'unas'],
  ['el', 'la', 'los', 'las'],
  ['del', 'de la', 'de los', 'de las'],
  ['al', 'a la', 'a los', 'a las'],
  ['este', 'esta', 'estos', 'estas'],
  ['ese', 'esa', 'esos', 'esas'],
  ['aquel', 'aquella', 'aquellos', 'aquellas'],
  ['otro', 'otra', 'otros', 'otras'],
  ['algún', 'alguna', 'algunos', 'algunas'],
  ['ningún', 'ninguna', 'ningunos', 'ningunas'],
  ['mucho', 'mucha', 'muchos', 'muchas'],
  ['varios', 'varias', 'varios', 'varias'],
  ['todos los', 'todas las', 'todos los', 'todas las'],
  ['nuestro', 'nuestra', 'nuestros', 'nuestras'],
] as const
/** Longer ones first: "de la" before "la". */
const KNOWN = SPANISH_DETERMINERS.flatMap((row) => row.map((word) => ({ word, row }))).sort(
  (one, other) => other.word.length - one.word.length,
)

export function before(text: string, offer: Agreeing, wording: string, language: 'en' | 'es'): string {
  return language === 'en' ? englishBefore(text, wording) : spanishBefore(text, offer)
}

/** "an addict", "a person"; "a habit", "an answer". */
function englishBefore(text: string, wording: string): string {
  const article = /(?<![\p{L}\d])(an?) $/iu.exec(text)?.[1]
  if (article === undefined) return text
  const agreed = /^[aeiou]/i.test(wording) ? 'an' : 'a'
  return text.slice(0, -article.length - 1) + likeCase(article, agreed) + ' '
}

/** "del preso", "de la persona"; "los adictos", "las personas"; "una recaída", "un retorno". */
function spanishBefore(text: string, { gender, isPlural }: Agreeing): string {
  if (gender === null) return text
  const lower = text.toLowerCase()
  const found = KNOWN.find(
    ({ word }) => lower.endsWith(`${word} `) && !/\p{L}/u.test(lower.charAt(lower.length - word.length - 2)),
  )
  if (!found) return text
  const agreed = found.row[(isPlural ? 2 : 0) + (gender === 'f' ? 1 : 0)] ?? found.word
  const start = text.length - found.word.length - 1
  return text.slice(0, start) + likeCase(text.slice(start), agreed) + ' '
}

const COPULA =
  'está|están|estaba|estaban|estuvo|es|son|era|eran|fue|fueron|sigue|siguen|parece|quedó|se siente|se sentía'
const ATTRIBUTE = new RegExp(`^( (?:no )?(?:${COPULA}) (?:muy |tan |más )?\\p{L}{2,}?)(os?)(?!\\p{L})`, 'iu')
/** They end in o and are no attributes. */
const UNCHANGED = /(?:como|cuando|luego|poco|mucho|tanto|todo|algo|solo|bajo|pero|hecho)$/iu

/** "El preso está cansado" becomes "la persona … está cansada". */
export function after(text: string, { gender }: Agreeing, language: 'en' | 'es'): string {
  if (language === 'en' || gender !== 'f') return text
  const found = ATTRIBUTE.exec(text)
  if (!found || UNCHANGED.test(found[0])) return text
  const [whole, stem = '', ending = ''] = found
  return stem + ending.replace('o', 'a') + text.slice(whole.length)
}

/** At the beginning of a sentence, a wording begins with a capital letter as the words before it did. */
export function asIn(place: string, term: string, wording: string): string {
  return /(?:^|[.!?¿¡]\s*|\n\s*)$/u.test(place) ? likeCase(term, wording) : wording
}

export function likeCase(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
