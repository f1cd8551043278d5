/** What kind of identifier a stretch of text looks like. Alongside keeps no record of the people whom peers serve. */
export const IdentifierKind = {
  SSN: 'SSN',
  DATE_OF_BIRTH: 'DATE_OF_BIRTH',
  PHONE: 'PHONE',
  MEDICAL_RECORD_NUMBER: 'MEDICAL_RECORD_NUMBER',
} as const
export type IdentifierKind = (typeof IdentifierKind)[keyof typeof IdentifierKind]

/** Where in the text it stands: `text.slice(start, end)`. */
export interface IdentifierFound {
  readonly kind: IdentifierKind
  readonly start: number
  readonly end: number
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)\\p{L}*\\.?'
const DATE = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})',
  `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
  `\\d{1,2}\\s+(?:de\\s+)?${MONTH},?\\s+(?:de\\s+)?\\d{4}`,
].join('|')
/** Dates before 2010 lie before anything this product records, so they are not the day of a session or a course. */
const EARLY_YEAR = '(?:19\\d{2}|200\\d)'
const EARLY_DATE = [
  `${EARLY_YEAR}-\\d{1,2}-\\d{1,2}`,
  `\\d{1,2}[/.-]\\d{1,2}[/.-]${EARLY_YEAR}`,
  `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+${EARLY_YEAR}`,
  `\\d{1,2}\\s+(?:de\\s+)?${MONTH},?\\s+(?:de\\s+)?${EARLY_YEAR}`,
].join('|')

/** Free lines are numbers of organizations (a warmline, a helpline), never of a person. */
const AREA = '(?!800|833|844|855|866|877|888)[2-9]\\d{2}'
const BIRTH =
  'd\\.?o\\.?b\\.?|birth\\s?da(?:y|te)|date\\s+of\\s+birth|born|fecha\\s+de\\s+nacimiento|nacid[oa]|naci[óo]'
const CALL = 'phone|cell|mobile|call|text|tel|tel[ée]fono|celular|m[óo]vil|llam\\p{L}*'
const RECORD = 'mrn|medical\\s+record|chart|expediente(?:\\s+m[ée]dico)?|historia\\s+cl[íi]nica'
/** "Chart of 2026" and "chart 2026-03-05" speak of a time, not of a number. */
const DAY_OR_YEAR = '(?:19|20)\\d{2}(?:-\\d{1,2}-\\d{1,2})?(?![a-z\\d])'
const NUMBER_WORD = '(?:\\s*(?:number|num|no|n[úu]mero|n[°º]|#)\\.?)?'

const SMALL_WORD = 'is|was|on|at|me|us|him|her|them|es|era|el|al|en|lo|la|le|a'

/** From the surest to the vaguest: a stretch that one pattern has taken is not offered to the next. */
const PATTERNS: readonly { readonly kind: IdentifierKind; readonly pattern: RegExp }[] = [
  // Areas 000, 666 and 900 upwards are never given out (Social Security Administration).
  { kind: 'SSN', pattern: whole('(?!000|666|9)\\d{3}([- ])(?!00)\\d{2}\\1(?!0000)\\d{4}') },
  {
    kind: 'SSN',
    pattern: after(`ssn|social\\s+security${NUMBER_WORD}|seguro\\s+social${NUMBER_WORD}`, '\\d{9}'),
  },
  { kind: 'DATE_OF_BIRTH', pattern: after(BIRTH, DATE) },
  { kind: 'DATE_OF_BIRTH', pattern: whole(EARLY_DATE) },
  {
    kind: 'MEDICAL_RECORD_NUMBER',
    pattern: after(`(?:${RECORD})${NUMBER_WORD}`, `(?!${DAY_OR_YEAR})(?=[a-z-]*\\d)[a-z\\d-]{4,}`),
  },
  {
    kind: 'PHONE',
    pattern: whole(`(?:\\+?1[ .-]?)?(?:\\(${AREA}\\)[ ]?|${AREA}[ .-]?)[2-9]\\d{2}[ .-]?\\d{4}`),
  },
  { kind: 'PHONE', pattern: after(CALL, '[2-9]\\d{2}[ .-]\\d{4}') },
]

/**
 * Finds what looks like an identifier, in order of place; a warning before saving, never a block.
 * Rather misses one than cries at every number: days of sessions, times, hours and help lines pass.
 */
export function looksLikeIdentifier(text: string): IdentifierFound[] {
  const found: IdentifierFound[] = []
  for (const { kind, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.['value'] ?? match[0]
      const start = match.index + match[0].length - value.length
      const one = { kind, start, end: start + value.length }
      if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one)
    }
  }
  return found.sort((one, other) => one.start - other.start)
}

/** The pattern where no letter or digit touches it. */
function whole(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d/.-])(?:${pattern})(?![\\p{L}\\d]|[/-]\\d)`, 'giu')
}

/** The value where one of the words stands before it, with no more than a sign or two small words between. */
function after(words: string, value: string): RegExp {
  const between = `(?:\\s*[:=#-]\\s*|\\s+(?:(?:${SMALL_WORD})\\s+){0,2})`
  return new RegExp(`(?<![\\p{L}\\d])(?:${words})${between}(?<value>${value})(?![\\p{L}\\d])`, 'giu')
}
