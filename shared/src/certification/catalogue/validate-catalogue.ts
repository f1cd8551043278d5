/** Says what is wrong with a catalogue file, row by row, before any of it is used to assess a certification. */
import { daysInMonth, isPlainDate } from '../../calendar/plain-date.ts'
import { CE_CATEGORIES } from './ce-category.ts'
import { EXPIRY_SHAPES, FOCUSES, LATE_STATUSES, LIMIT_KINDS } from './credential.ts'
import * as is from './json-checks.ts'
import { CONFIDENCES } from './provenance.ts'

type Check = readonly [passes: boolean, what: string]
const { object } = is

/** The faults of a catalogue, each as 'row: what'; an empty list means that every row can be used. */
export function validateCatalogue(json: unknown): string[] {
  const { credentials: rows, categories } = object(json)
  if (!Array.isArray(rows) || rows.length === 0) return ['catalogue: has no credentials']
  const ids = rows.map((row) => String(object(row)['id']))
  const knowsCategories = is.sameMembers(Object.keys(object(categories)), CE_CATEGORIES)
  return [
    ...faultsOf('catalogue', [[knowsCategories, 'categories are not the known ones']]),
    ...rows.flatMap((row) => rowFaults(object(row))),
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `${id}: stands twice`),
  ]
}

function faultsOf(row: string, checks: readonly Check[]): string[] {
  return checks.filter(([passes]) => !passes).map(([, what]) => `${row}: ${what}`)
}

function rowFaults(row: is.Json): string[] {
  const provenance = object(row['provenance'])
  // A row whose rule was looked for and not found names, at most, where it was looked for.
  const notFound = provenance['confidence'] === 'not-found'
  return faultsOf(String(row['id']), [
    [/^us-[a-z]+(-[a-z]+)+$/.test(String(row['id'])), 'id'],
    [/^[A-Z]{2}$/.test(String(row['state'])), 'state'],
    [
      is.isText(row['credential']) && is.isText(row['abbreviation']) && is.isText(row['notes']),
      'names or notes',
    ],
    [is.isText(row['certifyingBody']) || notFound, 'certifyingBody'],
    [is.isListOf(row['alsoKnownAs'], is.isText), 'alsoKnownAs'],
    [is.isOneOf(row['focus'], FOCUSES), 'focus'],
    ...renewalChecks(object(row['renewal'])),
    ...educationChecks(object(row['continuingEducation'])),
    ...provenanceChecks(provenance, notFound),
    [row['complete'] === isComplete(row), 'complete does not agree with what was read'],
  ])
}

function renewalChecks(renewal: is.Json): Check[] {
  const { shape, fixed } = object(renewal['expiry'])
  const submit = object(renewal['submit'])
  const late = is.listed(renewal['late'])
  const days = late.map((step) => (step['withinDays'] ?? Infinity) as number)
  return [
    [is.isNullOr(renewal['cycleMonths'], 1, 120), 'cycleMonths'],
    [is.isOneOf(shape, EXPIRY_SHAPES), 'expiry shape'],
    [shape === 'fixed-date' ? isCommonDate(object(fixed)) : fixed === null, 'fixed date'],
    [['opensDaysBefore', 'dueDaysBefore'].every((key) => is.isNullOr(submit[key], 0, 365)), 'submit'],
    [is.isNullOr(renewal['feeUsd'], 0, 5_000), 'feeUsd'],
    [Array.isArray(renewal['late']) && late.every(isLateStep), 'late steps'],
    [days.every((day, place) => place === 0 || day > (days[place - 1] ?? 0)), 'late steps out of order'],
  ]
}

function educationChecks(education: is.Json): Check[] {
  const clauses = is.listed(education['categories'])
  const named = clauses.map((clause) => clause['category'])
  const withins = clauses.map((clause) => clause['within']).filter((within) => within != null)
  return [
    [is.isNullOr(education['hours'], 0.25, 200), 'hours'],
    [is.isNullOrOneOf(education['per'], ['cycle', 'year']), 'per'],
    [education['hours'] === null || education['per'] !== null, 'hours without the period they belong to'],
    [is.isOneOf(education['unit'], ['hours', 'courses']), 'unit'],
    [is.isNullOrOneOf(education['perYear'], ['calendar']), 'perYear'],
    [is.isListOf(education['limits'], (limit) => is.isOneOf(object(limit)['kind'], LIMIT_KINDS)), 'limits'],
    [Array.isArray(education['categories']) && clauses.every(hasCategoryNumbers), 'category numbers'],
    [named.every((category) => is.isOneOf(category, CE_CATEGORIES)), 'unknown category'],
    [new Set(named).size === named.length, 'a category stands twice'],
    [withins.every((within) => named.includes(within)), 'within names no category of the row'],
  ]
}

function provenanceChecks({ url, title, confidence, readOn }: is.Json, notFound: boolean): Check[] {
  return [
    [/^https?:\/\/\S+$/.test(String(url)) || (notFound && url === null), 'provenance url'],
    [is.isText(title) || (notFound && title === null), 'provenance title'],
    [is.isOneOf(confidence, CONFIDENCES), 'confidence'],
    [isPlainDate(readOn), 'readOn'],
  ]
}

function isLateStep({ withinDays, feeUsd, status, effect }: is.Json): boolean {
  const numbers = is.isNullOr(withinDays, 0, 3_650) && is.isNullOr(feeUsd, 0, 5_000)
  return numbers && is.isOneOf(status, LATE_STATUSES) && is.isText(effect)
}

function hasCategoryNumbers({ minHours, maxHours, minCount, everyMonths }: is.Json): boolean {
  const numbers = [minHours, maxHours, minCount].every((number) => is.isNullOr(number, 0.25, 200))
  return numbers && is.isNullOr(everyMonths, 1, 120)
}

function isComplete(row: is.Json): boolean {
  const { hours, unit } = object(row['continuingEducation'])
  return object(row['renewal'])['cycleMonths'] !== null && (hours !== null || unit !== 'hours')
}

function isCommonDate({ month, day, everyYears, anchorYear }: is.Json): boolean {
  const years = is.isNumber(everyYears, 1, 10) && is.isNullOr(anchorYear, 1990, 2100)
  return years && is.isNumber(month, 1, 12) && is.isNumber(day, 1, daysInMonth(2024, Number(month)))
}
