/**
 * ProQOL 5: Professional Quality of Life Scale (B. Hudnall Stamm, 2009-2012; Center for Victims of Torture). The scoring
 * key, the bands and the terms are here; the sentences of the items are the author's, and an organization brings them.
 * Sources: proqol.org/faq; cvt.org, "ProQOL tools support helping professionals"; read November 2026.
 */
export const PROQOL = {
  version: 5,
  items: 30,
  /** 1 is "never" and 5 "very often", for the last 30 days. */
  response: { from: 1, to: 5 },
  recallDays: 30,
  credit: 'Stamm, B. H. (2009-2012). ProQOL 5. Center for Victims of Torture. www.proqol.org',
  link: 'https://proqol.org',
} as const

export const ProqolScale = {
  COMPASSION_SATISFACTION: 'COMPASSION_SATISFACTION',
  BURNOUT: 'BURNOUT',
  SECONDARY_TRAUMATIC_STRESS: 'SECONDARY_TRAUMATIC_STRESS',
} as const
export type ProqolScale = (typeof ProqolScale)[keyof typeof ProqolScale]
export const PROQOL_SCALES = Object.values(ProqolScale)

/** A raw sum of 22 or less, 23 to 41, 42 or more (the author's bands for raw sums; T scores are another metric). */
export const ProqolBand = { LOW: 'LOW', MODERATE: 'MODERATE', HIGH: 'HIGH' } as const
export type ProqolBand = (typeof ProqolBand)[keyof typeof ProqolBand]
const LOW_TO = 22
const HIGH_FROM = 42

interface ScaleKey {
  readonly items: readonly number[]
  /** Items that count as 6 minus the answer. */
  readonly reversed: readonly number[]
}
const KEYS: Readonly<Record<ProqolScale, ScaleKey>> = {
  COMPASSION_SATISFACTION: { items: [3, 6, 12, 16, 18, 20, 22, 24, 27, 30], reversed: [] },
  BURNOUT: { items: [1, 4, 8, 10, 15, 17, 19, 21, 26, 29], reversed: [1, 4, 15, 17, 29] },
  SECONDARY_TRAUMATIC_STRESS: { items: [2, 5, 7, 9, 11, 13, 14, 23, 25, 28], reversed: [] },
}

export interface ProqolResult {
  readonly scale: ProqolScale
  /** How many of its ten items are answered. */
  readonly answered: number
  /** The raw sum, 10 to 50; null while an item is blank. There's never a total over the scales. */
  readonly score: number | null
  readonly band: ProqolBand | null
}

/** Scores the thirty answers, the first item first; null is blank. */
export function scoreProqol(answers: readonly (number | null)[]): ProqolResult[] {
  if (answers.length !== PROQOL.items)
    throw new RangeError(`there are ${answers.length} answers, not ${PROQOL.items}`)
  return PROQOL_SCALES.map((scale) => {
    const { items, reversed } = KEYS[scale]
    const given = items.flatMap((item) => {
      const answer = answers[item - 1] ?? null
      return answer === null ? [] : [reversed.includes(item) ? 6 - answer : answer]
    })
    const score = given.length < items.length ? null : given.reduce((sum, value) => sum + value, 0)
    return { scale, answered: given.length, score, band: score === null ? null : bandOf(score) }
  })
}

/** The same from the scales alone, in their order, where the single answers are not shared. */
export function proqolResults(
  answered: readonly number[],
  scores: readonly (number | null)[],
): ProqolResult[] {
  return PROQOL_SCALES.map((scale, index) => {
    const score = scores[index] ?? null
    return { scale, answered: answered[index] ?? 0, score, band: score === null ? null : bandOf(score) }
  })
}

function bandOf(score: number): ProqolBand {
  if (score <= LOW_TO) return ProqolBand.LOW
  return score >= HIGH_FROM ? ProqolBand.HIGH : ProqolBand.MODERATE
}
