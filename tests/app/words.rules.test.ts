import { describe, expect, it } from 'vitest'
import {
  featuresWithWords,
  placeholdersOf,
  readingGrade,
  sentencesOf,
  splitSentences,
  wordsIn,
} from './words.ts'

const LONGEST_SENTENCE = 15
/** Spanish needs about a fifth more words for the same thing. */
const LONGEST_SENTENCE_ES = 18
const HIGHEST_GRADE = 6

const BANNED = {
  en: /\b(addicts?|abusers?|clean|dirty|relaps\w*|non-?complian\w*|diagnos\w*|risk scores?|performan\w*|performers?|violat\w*|fail(ed|ure)s?)\b/i,
  es: /\b(adict[oa]s?|abusador\w*|limpi[oa]s?|suci[oa]s?|reca[íi]d\w*|incumpl\w*|diagn[óo]stic\w*|puntajes? de riesgo|rendimiento|desempeño|violaci\w*|infracci\w*|fracas\w*)\b/i,
}

/** Labels are read among the sentences of their feature: a dozen of them alone are mostly terms of the trade. */
function besideLabels(feature: string): string[] {
  const [, labelled] = /^labels\/(.+)$/.exec(feature) ?? []
  return labelled ? featuresWithWords.filter((one) => one.split('/')[0] === labelled) : []
}

describe.each(featuresWithWords)('the words of %s', (feature) => {
  const en = sentencesOf(feature, 'en')
  const es = sentencesOf(feature, 'es')

  it('say the same things in both languages', () => {
    expect([...es.keys()].sort()).toEqual([...en.keys()].sort())
  })

  it('carry the same values in both languages', () => {
    for (const [key, text] of en) expect(placeholdersOf(es.get(key) ?? ''), key).toEqual(placeholdersOf(text))
  })

  it('leave out words that wound', () => {
    expect([...en].filter(([, text]) => BANNED.en.test(text))).toEqual([])
    expect([...es].filter(([, text]) => BANNED.es.test(text))).toEqual([])
  })

  it('keep to one idea a sentence', () => {
    const long = (texts: Map<string, string>, limit: number) =>
      [...texts].filter(([, text]) =>
        splitSentences(text).some((sentence) => wordsIn(sentence).length > limit),
      )
    expect(long(en, LONGEST_SENTENCE)).toEqual([])
    expect(long(es, LONGEST_SENTENCE_ES)).toEqual([])
  })

  it('can be read after six years of school', () => {
    const texts = [feature, ...besideLabels(feature)].flatMap((one) => [...sentencesOf(one, 'en').values()])
    const sentences = texts.filter((text) => /[.!?]$/.test(text))
    expect(sentences.length === 0 ? 0 : readingGrade(sentences.join(' '))).toBeLessThanOrEqual(HIGHEST_GRADE)
  })

  it('are complete: nothing empty, nothing left from the other language', () => {
    expect([...en, ...es].filter(([, text]) => text.trim() === '')).toEqual([])
    const same = [...en].filter(([key, text]) => es.get(key) === text && wordsIn(text).length > 3)
    expect(same).toEqual([])
  })
})

describe('the check itself', () => {
  it('finds the words of the shell', () => {
    expect(featuresWithWords).toEqual(expect.arrayContaining(['app', 'people/sign-in', 'ui']))
  })

  it.each(['They relapsed', 'a dirty test', 'your risk score'])('catches "%s"', (text) => {
    expect(BANNED.en.test(text)).toBe(true)
  })

  it('tells a plain text from a hard one', () => {
    expect(readingGrade('We keep your notes safe. You can stop at any time.')).toBeLessThan(4)
    expect(
      readingGrade('Organizational accreditation necessitates comprehensive documentation.'),
    ).toBeGreaterThan(12)
  })
})
