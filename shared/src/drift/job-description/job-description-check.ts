import { ACTIVITIES, type Activity } from '../activities/activities.ts'
import { CLINICAL_PHRASES } from './clinical-phrases.ts'
import type { DriftPhraseReason, PostingLanguage } from './drift-phrase.ts'
import { JUSTICE_PHRASES } from './justice-phrases.ts'
import { type MissingPart, missingParts } from './missing-parts.ts'

/** A stretch of a posting that invites drift: `text.slice(start, end)`. */
export interface DriftMark {
  readonly start: number
  readonly end: number
  readonly phrase: string
  readonly reason: DriftPhraseReason
  /** A wording that is true to the role, in the language of the phrase. */
  readonly instead: string
  readonly activities: readonly Activity[]
}

export interface JobDescriptionFindings {
  /** In order of place; no two overlap. */
  readonly marks: readonly DriftMark[]
  readonly missing: readonly MissingPart[]
  /** The language in which the text is written, as far as its small words tell; null: neither of the two. */
  readonly language: PostingLanguage | null
  /** What a role agreement should talk about, in the order of the worksheet. */
  readonly activities: readonly Activity[]
}

const PHRASES = [...CLINICAL_PHRASES, ...JUSTICE_PHRASES]
const PATTERNS = PHRASES.flatMap((phrase) =>
  (['en', 'es'] as const).map((language) => ({
    phrase,
    language,
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:${phrase.found[language].replaceAll(' ', '\\s+')})(?![\\p{L}\\d])`,
      'giu',
    ),
  })),
)

/**
 * Reads a job description: marks the phrases that invite drift, then names what is missing, and what the role agreement
 * should talk about. It reads English and Spanish, and says so where a text is in neither.
 */
export function checkJobDescription(text: string): JobDescriptionFindings {
  const marks = marksIn(text)
  const spoken = new Set(marks.flatMap(({ activities }) => activities))
  return {
    marks,
    missing: missingParts(text),
    language: languageOf(text),
    activities: ACTIVITIES.filter((activity) => spoken.has(activity)),
  }
}

function marksIn(text: string): DriftMark[] {
  const found = PATTERNS.flatMap(({ phrase, language, pattern }) =>
    [...text.matchAll(pattern)].map((match) => {
      const [whole] = match
      const start = match.index + whole.length - whole.trimStart().length
      return {
        start,
        end: match.index + whole.trimEnd().length,
        phrase: whole.trim(),
        reason: phrase.reason,
        instead: phrase.instead[language],
        activities: phrase.activities,
      }
    }),
  )
  // The longer one of two that overlap says more.
  const kept: DriftMark[] = []
  for (const mark of found.sort((one, other) => other.end - other.start - (one.end - one.start)))
    if (!kept.some((other) => mark.start < other.end && other.start < mark.end)) kept.push(mark)
  return kept.sort((one, other) => one.start - other.start)
}

const SMALL_WORDS: Readonly<Record<PostingLanguage, RegExp>> = {
  en: /(?<!\p{L})(?:the|and|to|of|with|in|for|a)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|la|los|las|y|de|del|con|en|para|que)(?!\p{L})/giu,
}
/** In the sample descriptions about a fifth of the words are such words; lists of duties have fewer. */
const LEAST_SHARE = 0.08

function languageOf(text: string): PostingLanguage | null {
  const words = text.match(/\p{L}+/gu)?.length ?? 0
  const [en = 0, es = 0] = [SMALL_WORDS.en, SMALL_WORDS.es].map((small) => text.match(small)?.length ?? 0)
  if (Math.max(en, es) < words * LEAST_SHARE) return null
  return es > en ? 'es' : 'en'
}
