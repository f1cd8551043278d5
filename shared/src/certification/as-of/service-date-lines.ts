/** Names with service dates, as they are pasted from a claims list or a spreadsheet: one person and one day a line. */
import { addYears, type PlainDate } from '../../calendar/plain-date.ts'
import { DateOrder, dateOrderOf, readDay } from '../../calendar/days-in-cells.ts'
import { foldedForComparison } from '../../language/folded-text.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import { byName, type Named } from '../recording/match-names.ts'
import { OLDEST_ISSUE_YEARS } from '../recording/certificate-details.ts'

/** A year of claims of a large house; each line is a few dozen characters. */
export const SERVICE_DATES_MOST = 5_000
export const SERVICE_DATES_TEXT_MOST = 400_000

export const ServiceDateProblem = {
  NO_NAME: 'NO_NAME',
  NO_DATE: 'NO_DATE',
  NOT_A_DATE: 'NOT_A_DATE',
  IN_THE_FUTURE: 'IN_THE_FUTURE',
  TOO_LONG_AGO: 'TOO_LONG_AGO',
  NAME_NOT_FOUND: 'NAME_NOT_FOUND',
  /** Several people have the name: which of them it was, a person must say. */
  NAME_SHARED: 'NAME_SHARED',
} as const
export type ServiceDateProblem = (typeof ServiceDateProblem)[keyof typeof ServiceDateProblem]

export interface ServiceDateLine {
  /** As counted in the text, from 1. */
  readonly line: number
  /** As it was written. */
  readonly name: string
  readonly day: PlainDate | null
  readonly peerId: string | null
  readonly problem: ServiceDateProblem | null
}

export interface ServiceDateLines {
  readonly lines: readonly ServiceDateLine[]
  /** How days such as 3/4/2026 were read. */
  readonly dateOrder: DateOrder
}

/** Refuses a text with no line, or with more than may be asked at once. */
export function validateServiceDates(field: string, text: string): ValidationError[] {
  const count = filledLines(text).length
  if (count === 0) return [{ field, problem: 'required' }]
  return count > SERVICE_DATES_MOST ? [{ field, problem: 'too-many', limit: SERVICE_DATES_MOST }] : []
}

/** Month first, as in the United States, unless a day of the list itself can only be written day first. */
export function serviceDateLines(text: string, people: readonly Named[], today: PlainDate): ServiceDateLines {
  const read = filledLines(text).map(({ line, content }) => ({ line, content, ...partsOf(content) }))
  const [first] = read
  const rows = first && isHeading(first) ? read.slice(1) : read
  const dateOrder = dateOrderOf(rows.map(({ date }) => date ?? '')) ?? DateOrder.MONTH_FIRST
  const idsNamed = byName(people)
  const oldest = addYears(today, -OLDEST_ISSUE_YEARS)
  const lines = rows.map(({ line, name, date }) => {
    const day = date === null ? null : readDay(date, dateOrder)
    const on = day?.kind === 'day' ? day.day : null
    const ids = on === null || name === '' ? [] : [...new Set(idsNamed(name))]
    const problem = problemOf({ name, date, on, ids, today, oldest })
    return { line, name, day: on, peerId: problem === null ? (ids[0] ?? null) : null, problem }
  })
  return { lines, dateOrder }
}

interface Read {
  readonly name: string
  readonly date: string | null
  readonly on: PlainDate | null
  readonly ids: readonly string[]
  readonly today: PlainDate
  readonly oldest: PlainDate
}

function problemOf({ name, date, on, ids, today, oldest }: Read): ServiceDateProblem | null {
  if (date === null) return ServiceDateProblem.NO_DATE
  if (on === null) return ServiceDateProblem.NOT_A_DATE
  if (name === '') return ServiceDateProblem.NO_NAME
  if (on > today) return ServiceDateProblem.IN_THE_FUTURE
  if (on < oldest) return ServiceDateProblem.TOO_LONG_AGO
  if (ids.length === 0) return ServiceDateProblem.NAME_NOT_FOUND
  return ids.length > 1 ? ServiceDateProblem.NAME_SHARED : null
}

function filledLines(text: string): { line: number; content: string }[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((content, place) => ({ line: place + 1, content: content.trim() }))
    .filter(({ content }) => /[^\s,;|"]/.test(content))
}

/** 2026-03-04, 3/4/2026, Mar 4, 2026 and 4 Mar 2026, wherever they stand in the line. */
const DATES = [
  /(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/,
  /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)/,
  /(?<!\p{L})\p{L}{3,10}\.? \d{1,2},? \d{4}(?!\d)/u,
  /(?<!\d)\d{1,2}[- ](?:de )?\p{L}{3,10}\.?[- ](?:de )?\d{4}(?!\d)/u,
] as const

function partsOf(content: string): { name: string; date: string | null } {
  for (const form of DATES) {
    const found = form.exec(content)
    if (!found) continue
    const before = nameIn(content.slice(0, found.index))
    return { name: before || nameIn(content.slice(found.index + found[0].length)), date: found[0] }
  }
  return { name: nameIn(content), date: null }
}

/** The first cell that has letters: `"Hale, Curtis"` and `Hale, Curtis` are one name, further columns are none. */
function nameIn(part: string): string {
  const quoted = /"([^"]*\p{L}[^"]*)"/u.exec(part)?.[1]
  const cell = quoted ?? part.split(/[\t;|]/).find((each) => /\p{L}/u.test(each)) ?? ''
  return cell.replace(/^[\s\d.)\-•*,]+|[\s,:"-]+$/g, '')
}

const HEADING = /\b(name|peer|staff|worker|person|employee|date|day|dos|nombre|persona|fecha|dia)\b/

/** A line of headings names its columns and has no figure. */
function isHeading({ content, date }: { content: string; date: string | null }): boolean {
  return date === null && !/\d/.test(content) && HEADING.test(foldedForComparison(content))
}
