/** What is refused when hours of continuing education are entered. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { BULK_MOST } from '../bulk-acts/bulk-limits.ts'
import { validatePastDay } from '../../validation/past-day.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import { CE_OLDEST_YEARS, type CourseInput, validateCourse } from '../course-check/course-input.ts'

export const CE_PEERS_MOST = BULK_MOST

export interface CeHoursInput extends CourseInput {
  readonly title: string
  readonly peerIds: readonly string[]
  /** The one certification that the hours are given to. */
  readonly onlyFor?: string | null
}

export function validateCeHours(input: CeHoursInput, today: PlainDate): ValidationError[] {
  const { title, heldOn, peerIds, onlyFor = null } = input
  return [
    ...(title.trim() === '' ? [{ field: 'title', problem: 'required' } as const] : []),
    ...validateCourse(input),
    ...validatePastDay('heldOn', heldOn, CE_OLDEST_YEARS, today),
    ...validatePeer(peerIds),
    // A certification belongs to one peer.
    ...(onlyFor !== null && peerIds.length > 1
      ? [{ field: 'onlyFor', problem: 'too-many', limit: 1 } as const]
      : []),
  ]
}

function validatePeer(peerIds: readonly string[]): ValidationError[] {
  const field = 'peerIds'
  if (peerIds.length === 0) return [{ field, problem: 'too-few', limit: 1 }]
  if (peerIds.length > CE_PEERS_MOST) return [{ field, problem: 'too-many', limit: CE_PEERS_MOST }]
  return new Set(peerIds).size < peerIds.length ? [{ field, problem: 'repeated' }] : []
}
