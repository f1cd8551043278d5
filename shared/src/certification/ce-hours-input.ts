/** What is refused when hours of continuing education are entered; knows no credential, so that a form stays light. */
import type { PlainDate } from '../calendar/plain-date.ts'
import { pastDayRefusals } from '../input/past-day.ts'
import { choiceRefusals, textRefusals, type Refusal } from '../input/refusal.ts'
import { CE_CATEGORIES } from './catalogue/ce-category.ts'
import { QUARTERS_PER_HOUR } from './hours/assign-hours.ts'

export const CE_TITLE_LIMIT = 200
export const CE_PROVIDER_LIMIT = 200
export const CE_OLDEST_YEARS = 10
export const CE_HOURS_STEP = 1 / QUARTERS_PER_HOUR
export const CE_HOURS_MOST = 200
export const CE_PEERS_MOST = 200

export interface CeHoursInput {
  readonly title: string
  readonly provider?: string | null
  readonly heldOn: string
  readonly hours: number
  readonly categories: readonly string[]
  readonly peerIds: readonly string[]
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

/** Hours are counted in quarters: one is the least, and a number between two of them is none. */
function hoursRefusals(hours: number): Refusal[] {
  const field = 'hours'
  if (!Number.isFinite(hours)) return [{ field, problem: 'not-a-number' }]
  if (hours < CE_HOURS_STEP) return [{ field, problem: 'too-small', limit: CE_HOURS_STEP }]
  if (hours > CE_HOURS_MOST) return [{ field, problem: 'too-large', limit: CE_HOURS_MOST }]
  return hours % CE_HOURS_STEP === 0 ? [] : [{ field, problem: 'not-in-steps', limit: CE_HOURS_STEP }]
}

function countRefusals(field: string, count: number, most: number): Refusal[] {
  if (count === 0) return [{ field, problem: 'too-few', limit: 1 }]
  return count > most ? [{ field, problem: 'too-many', limit: most }] : []
}
