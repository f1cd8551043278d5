/** What is refused when a certification, or hours of continuing education, are entered. */
import { addYears, isPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { choiceRefusals, textRefusals, type Refusal } from '../input/refusal.ts'
import { CE_CATEGORIES } from './catalogue/ce-category.ts'
import { credentialById } from './credential-catalogue.ts'
import { QUARTERS_PER_HOUR } from './hours/assign-hours.ts'

export const CERTIFICATION_NUMBER_LIMIT = 60
/** Nobody alive at work was certified longer ago, and no board certifies for longer; both keep a slip of the pen out. */
export const OLDEST_ISSUE_YEARS = 60
export const LONGEST_TERM_AHEAD_YEARS = 20

export const CE_TITLE_LIMIT = 200
export const CE_PROVIDER_LIMIT = 200
export const CE_OLDEST_YEARS = 10
export const CE_HOURS_LEAST = 0.25
export const CE_HOURS_MOST = 200
export const CE_PEERS_MOST = 200

export interface CertificationInput {
  readonly credentialId: string
  readonly number?: string | null
  readonly issuedOn: string
  readonly expiresOn?: string | null
  readonly birthday?: string | null
}

export interface CeHoursInput {
  readonly title: string
  readonly provider?: string | null
  readonly heldOn: string
  readonly hours: number
  readonly categories: readonly string[]
  readonly peerIds: readonly string[]
}

export function certificationRefusals(input: CertificationInput, today: PlainDate): Refusal[] {
  const { credentialId, number, issuedOn, expiresOn = null, birthday = null } = input
  return [
    ...(credentialById(credentialId) ? [] : [{ field: 'credentialId', problem: 'not-found' } as const]),
    ...textRefusals('number', number, CERTIFICATION_NUMBER_LIMIT),
    ...pastDayRefusals('issuedOn', issuedOn, OLDEST_ISSUE_YEARS, today),
    ...expiryRefusals(expiresOn, issuedOn, today),
    ...(birthday === null || isBirthday(birthday)
      ? []
      : [{ field: 'birthday', problem: 'not-a-date' } as const]),
  ]
}

export function ceHoursRefusals(input: CeHoursInput, today: PlainDate): Refusal[] {
  const { title, provider, heldOn, hours, categories, peerIds } = input
  return [
    ...(title.trim() === '' ? [{ field: 'title', problem: 'required' } as const] : []),
    ...textRefusals('title', title, CE_TITLE_LIMIT),
    ...textRefusals('provider', provider, CE_PROVIDER_LIMIT),
    ...pastDayRefusals('heldOn', heldOn, CE_OLDEST_YEARS, today),
    ...hoursRefusals(hours),
    ...countRefusals('categories', categories.length, CE_CATEGORIES.length),
    ...choiceRefusals('categories', categories, CE_CATEGORIES),
    ...countRefusals('peerIds', peerIds.length, CE_PEERS_MOST),
    ...(new Set(peerIds).size < peerIds.length ? [{ field: 'peerIds', problem: 'repeated' } as const] : []),
  ]
}

/** A birthday without its year, 'MM-DD'; 29 February is one. */
export function isBirthday(text: string): boolean {
  return isPlainDate(`2024-${text}`)
}

function pastDayRefusals(field: string, day: string, oldestYears: number, today: PlainDate): Refusal[] {
  if (!isPlainDate(day)) return [{ field, problem: 'not-a-date' }]
  if (day > today) return [{ field, problem: 'in-the-future', limit: today }]
  const oldest = addYears(today, -oldestYears)
  return day < oldest ? [{ field, problem: 'too-long-ago', limit: oldest }] : []
}

function expiryRefusals(expiresOn: string | null, issuedOn: string, today: PlainDate): Refusal[] {
  const field = 'expiresOn'
  if (expiresOn === null) return []
  if (!isPlainDate(expiresOn)) return [{ field, problem: 'not-a-date' }]
  if (isPlainDate(issuedOn) && expiresOn <= issuedOn)
    return [{ field, problem: 'before-its-start', limit: issuedOn }]
  const latest = addYears(today, LONGEST_TERM_AHEAD_YEARS)
  return expiresOn > latest ? [{ field, problem: 'too-large', limit: latest }] : []
}

/** Hours are counted in quarters; the limit of a number between two quarters is the quarter. */
function hoursRefusals(hours: number): Refusal[] {
  const field = 'hours'
  if (!Number.isFinite(hours)) return [{ field, problem: 'not-a-number' }]
  if (hours < CE_HOURS_LEAST) return [{ field, problem: 'too-small', limit: CE_HOURS_LEAST }]
  if (hours > CE_HOURS_MOST) return [{ field, problem: 'too-large', limit: CE_HOURS_MOST }]
  const quarters = hours * QUARTERS_PER_HOUR
  return Number.isInteger(quarters) ? [] : [{ field, problem: 'not-a-number', limit: CE_HOURS_LEAST }]
}

function countRefusals(field: string, count: number, most: number): Refusal[] {
  if (count === 0) return [{ field, problem: 'too-few', limit: 1 }]
  return count > most ? [{ field, problem: 'too-many', limit: most }] : []
}
