import { describe, expect, it } from 'vitest'
import { factKey } from '../../web/src/ui/feedback/error-words.ts'
import { readSources } from '../architecture/sources.ts'
import { featuresWithWords, sentencesOf } from './words.ts'

const SOURCES = readSources(['web/src'])

/** Every key of every words file, with the path of its folder in front, and every prefix of one. */
const KEYS = new Set(
  featuresWithWords.flatMap((folder) =>
    [...sentencesOf(folder, 'en').keys()].flatMap((key) => {
      const names = [...folder.split('/'), ...key.split('.')]
      return names.map((_name, index) => names.slice(0, index + 1).join('.'))
    }),
  ),
)
/** The names that a key can begin with. */
const FIRST = new Set([...KEYS].filter((key) => !key.includes('.')))

/** The keys that a source names: whole ones, lists of labels, and the fixed beginning of those that end in a value. */
function keysIn(text: string): string[] {
  const whole = [...text.matchAll(/\bt\(\s*(['"`])([\w-]+(?:\.[\w-]+)+)\1/g)].map(([, , key]) => key ?? '')
  const begun = [...text.matchAll(/`([\w-]+(?:\.[\w-]+)+)\.\$\{/g)].map(([, key]) => key ?? '')
  const lists = [...text.matchAll(/'(labels(?:\.[\w-]+)+)'/g)].map(([, key]) => key ?? '')
  return [...whole, ...lists, ...begun.filter((key) => FIRST.has(key.split('.')[0] ?? ''))]
}

describe('the keys of words', () => {
  it('that a screen names are there', () => {
    const named = SOURCES.flatMap(({ path, text }) => keysIn(text).map((key) => ({ path, key })))
    expect(named.length).toBeGreaterThan(1_000)
    expect(named.filter(({ key }) => !KEYS.has(key))).toEqual([])
  })

  it('of what the API answers are there, in a feature and in its sub-nouns', () => {
    expect(factKey('wellness.key-used-for-other-answers')).toBe('wellness.facts.key-used-for-other-answers')
    const named = ['people.members.last-admin', 'certification.history.certificates-cross']
    const locked = ['wellness.questionnaires.locked', 'wellness.core-values.locked']
    for (const fact of [...named, ...locked, 'supervision.competencies.locked'])
      expect(KEYS.has(factKey(fact)), fact).toBe(true)
  })

  it('are found in whole and in begun form', () => {
    const text = "t('people.gone.title'), t(`people.gone.state.${state}`), choices(KINDS, 'labels.gone.Kind')"
    expect(keysIn(text)).toEqual(['people.gone.title', 'labels.gone.Kind', 'people.gone.state'])
    expect(keysIn(text).some((key) => KEYS.has(key))).toBe(false)
  })
})
