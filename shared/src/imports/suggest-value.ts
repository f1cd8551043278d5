/** Which of some names a text most likely means. Only an offer: nothing is matched until somebody says so. */
import { plainWords } from './import-columns.ts'

export interface NamedValue {
  readonly value: string
  readonly name: string
}

/** The value of the only name that fits: `Harlan Co. Jail` shortens one, `Peer Recovery Coach` holds another. */
export function suggestValue(text: string, options: readonly NamedValue[]): string | null {
  const words = wordsOf(text)
  if (words.length === 0) return null
  const fits = (shorter: readonly string[], longer: readonly string[]): boolean => {
    const left = [...longer]
    return shorter.every((word) => {
      const place = left.findIndex((other) => other.startsWith(word))
      if (place === -1) return false
      left.splice(place, 1)
      return true
    })
  }
  const found = options.filter(({ name }) => {
    const others = wordsOf(name)
    return others.length > 0 && (fits(words, others) || fits(others, words))
  })
  return found.length === 1 ? (found[0]?.value ?? null) : null
}

const wordsOf = (text: string): string[] =>
  plainWords(text)
    .split(' ')
    .filter((word) => word !== '' && word !== 'and' && word !== 'y' && word !== 'of' && word !== 'de')
