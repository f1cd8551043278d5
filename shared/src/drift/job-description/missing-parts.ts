/**
 * What a job description for peer work should say. LAPPA, peer support in justice settings, 2021: appendix B asks for
 * the activities with the time on each function; chapter 3 for who supervises, and in which of three ways.
 */
export const MissingPart = {
  SETTING: 'SETTING',
  SUPERVISION: 'SUPERVISION',
  /** It speaks of supervision, and says neither by whom nor of which kind. */
  SUPERVISION_KIND: 'SUPERVISION_KIND',
  TIME_SHARES: 'TIME_SHARES',
} as const
export type MissingPart = (typeof MissingPart)[keyof typeof MissingPart]
export const MISSING_PARTS = Object.values(MissingPart)

const SETTING = word(
  'jails?|prisons?|courts?|courthouses?|probation|parole|pretrial|police|sheriff|law enforcement|hospitals?|emergency departments?|shelters?|drop-in|recovery cent(?:er|re)s?|in the community|community-based|homes?|offices?|street outreach|cárcel(?:es)?|prisi(?:ón|ones)|tribunal(?:es)?|cortes?|libertad (?:condicional|bajo palabra)|policía|hospital(?:es)?|albergues?|en la comunidad|centros?|oficinas?|domicilios?',
)
/** "Community supervision" and "supervise clients" are the agency's work, not the peer's own supervision. */
const SUPERVISION = word(
  '(?<!clinical |community )supervision|supervised by|supervisors?|supervisión(?! clínica)|supervisad[oa]s? por',
)
const SUPERVISION_KIND = word(
  '(?:supportive|educational|administrative|peer|reflective) supervis(?:ion|ors?)|supervised by|supervision (?:by|from|with) (?:an?|the|our)|supervisors? (?:is|are|has|have|with)|supervisión (?:de apoyo|educativa|administrativa|de pares|reflexiva|por|con)|supervisad[oa]s? por',
)
/** One figure alone is the length of the week. */
const SHARE =
  /\d{1,3}\s*(?:%|percent|por ciento)|\d{1,2}(?:\.\d+)?\s*(?:hours?|hrs?\.?|horas)\s*(?:a|per|each|por|a la)\s*(?:week|day|month|semana|día|mes)/giu

function word(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${pattern.replaceAll(' ', '\\s+')})(?![\\p{L}\\d])`, 'iu')
}

/** What the text leaves out, in the order in which a reader would look for it. */
export function missingParts(text: string): MissingPart[] {
  const shares = text.match(SHARE)?.length ?? 0
  return [
    ...(SETTING.test(text) ? [] : [MissingPart.SETTING]),
    ...(SUPERVISION.test(text)
      ? SUPERVISION_KIND.test(text)
        ? []
        : [MissingPart.SUPERVISION_KIND]
      : [MissingPart.SUPERVISION]),
    ...(shares > 1 ? [] : [MissingPart.TIME_SHARES]),
  ]
}
