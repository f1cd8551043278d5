import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LABELS } from '../../shared/src/labels/labels.ts'

type Words = { readonly [key: string]: string | Words }

const source = fileURLToPath(new URL('../../web/src/', import.meta.url))

/** The folders that bring words of their own, by their path. */
export const wordFolders = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/words.en.json'))
  .map((file) => file.slice(0, -'/words.en.json'.length))
  .sort()

/** These, and the labels that shared brings for each feature, as the keys of both begin. */
export const featuresWithWords = [
  ...wordFolders,
  ...Object.keys(LABELS.en).map((feature) => `labels/${feature}`),
]

/** Every sentence of a feature in one language, by its path. */
export function sentencesOf(feature: string, language: 'en' | 'es'): Map<string, string> {
  const words = feature.startsWith('labels/')
    ? (LABELS[language] as unknown as Readonly<Record<string, Words>>)[feature.slice('labels/'.length)]
    : (JSON.parse(readFileSync(`${source}${feature}/words.${language}.json`, 'utf8')) as Words)
  const found = new Map<string, string>()
  collect(words ?? {}, '', found)
  return found
}

function collect(words: Words, path: string, found: Map<string, string>): void {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(path + key, value)
    else collect(value, `${path}${key}.`, found)
  }
}

export function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
}

/** The sentences of a text; the forms of a plural count as texts of their own. */
export function splitSentences(text: string): string[] {
  return text.split(/ \| |(?<=[.!?:])\s+/).filter((part) => part.trim() !== '')
}

export function wordsIn(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}'’-]+|\{\w+\}/gu) ?? []
}

/** Flesch-Kincaid grade of an English text, by a rough count of syllables. */
export function readingGrade(text: string): number {
  const sentences = splitSentences(text)
  const words = wordsIn(text.replace(/\{\w+\}/g, 'five'))
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return (
    0.39 * (words.length / Math.max(1, sentences.length)) +
    11.8 * (syllables / Math.max(1, words.length)) -
    15.59
  )
}

function syllablesIn(word: string): number {
  const core = word.toLowerCase().replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/, '')
  return Math.max(1, core.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}
