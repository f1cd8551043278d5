/** Days as people and spreadsheets write them. Which number is the month is settled once for a file, never guessed. */
import { foldedForComparison } from '../language/folded-text.ts'
import { isPlainDate, type PlainDate } from './plain-date.ts'

export const DateOrder = { MONTH_FIRST: 'MONTH_FIRST', DAY_FIRST: 'DAY_FIRST' } as const
export type DateOrder = (typeof DateOrder)[keyof typeof DateOrder]

export type ReadDay =
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'ambiguous-date' }

/** 2026-03-15, 2026/3/15, and what a spreadsheet makes of a day: 2026-03-15 00:00:00. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/
const YEAR_LAST =
  /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: 0{1,2}:00(?::00)?(?: AM)?| 12:00(?::00)? AM)?$/i
const MONTHS = [
  'jan ene',
  'feb',
  'mar',
  'apr abr',
  'may',
  'jun',
  'jul',
  'aug ago',
  'sep',
  'oct',
  'nov',
  'dec dic',
]
/** Two digits of a year: spreadsheets read 30 as 1930, and nobody here writes of that. */
const CENTURY = 2000

const NOT_A_DATE = { kind: 'not-a-date' } as const

/** 03/04/2026 is March or April: without the order of the file it is no answer. 03/15/2026 can be one day only. */
export function readDay(text: string, order: DateOrder | null): ReadDay {
  const trimmed = text.trim()
  const parts = YEAR_FIRST.exec(trimmed)
  if (parts) return dayOf(parts[1], parts[2], parts[3])
  const [, first, second, year] = YEAR_LAST.exec(trimmed) ?? []
  if (first === undefined || second === undefined) return readMonthName(trimmed)
  const monthFirst = dayOf(year, first, second)
  const dayFirst = dayOf(year, second, first)
  if (order) return order === 'MONTH_FIRST' ? monthFirst : dayFirst
  if (monthFirst.kind === 'day' && dayFirst.kind === 'day' && monthFirst.day !== dayFirst.day)
    return { kind: 'ambiguous-date' }
  return monthFirst.kind === 'day' ? monthFirst : NOT_A_DATE
}

/** 'Mar 15, 2026', '15-Mar-26', '15 de marzo de 2026'. */
function readMonthName(text: string): ReadDay {
  const words = foldedForComparison(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'de' && word !== 'del')
  if (words.length !== 3) return NOT_A_DATE
  const place = words.findIndex((word) => /^\p{L}{3,}$/u.test(word))
  const month = MONTHS.findIndex((names) => names.split(' ').some((name) => words[place]?.startsWith(name)))
  const [day, year] = words.filter((_word, index) => index !== place)
  return place === 2 || month === -1 ? NOT_A_DATE : dayOf(year, String(month + 1), day)
}

function dayOf(year = '', month = '', day = ''): ReadDay {
  const inFull = year.length === 2 ? String(CENTURY + Number(year)) : year
  const read = `${inFull}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(read) ? { kind: 'day', day: read } : NOT_A_DATE
}

/** The order that all days of a file can have; null where none says it, or they contradict each other. */
export function dateOrderOf(texts: readonly string[]): DateOrder | null {
  const pairs = texts.flatMap((text) => {
    const [, first, second] = YEAR_LAST.exec(text.trim()) ?? []
    return first === undefined ? [] : [[Number(first), Number(second)] as const]
  })
  const isDayFirst = pairs.some(([first]) => first > 12)
  const isMonthFirst = pairs.some(([, second]) => second > 12)
  if (isDayFirst === isMonthFirst) return null
  return isDayFirst ? 'DAY_FIRST' : 'MONTH_FIRST'
}
