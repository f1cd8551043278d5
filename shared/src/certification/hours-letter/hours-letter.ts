/** The sums of a letter about hours: what was held and worked in a period, by type of supervision and by supervisor. */
import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { SUPERVISION_TYPES, type SupervisionType } from '../../supervision/supervision-types.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import type { ServiceHours } from '../hours/ce-credit.ts'

/** The part of a held session that one peer had of one type. */
export interface SessionPart {
  readonly sessionId: string
  readonly heldOn: PlainDate
  readonly supervisor: string
  readonly type: SupervisionType
  /** Of the whole part. */
  readonly minutes: number
  /** How long the session was, and how long the peer was there. */
  readonly sessionMinutes: number
  readonly attendedMinutes: number
}

export interface LetterLine {
  readonly supervisor: string
  readonly type: SupervisionType
  readonly sessions: number
  readonly hours: number
}

export interface HoursLetter {
  readonly lines: readonly LetterLine[]
  readonly supervisionHours: number
  readonly sessions: number
  /** Null: whoever makes the letter may not see service hours. */
  readonly serviceHours: number | null
  /** Entries that cross an end of the period: how many of their hours lie within it, nobody knows. */
  readonly crossingEntries: number
}

export interface LetterPeriod {
  readonly from: PlainDate
  readonly until: PlainDate
}

const MINUTES_PER_HOUR = 60

export function hoursLetter(
  { from, until }: LetterPeriod,
  parts: readonly SessionPart[],
  service: readonly ServiceHours[] | null,
): HoursLetter {
  const held = parts.filter(({ heldOn }) => heldOn >= from && heldOn <= until)
  const groups = Map.groupBy(held, ({ supervisor, type }) => JSON.stringify([type, supervisor]))
  const lines = [...groups.values()].flatMap((group): LetterLine[] => {
    const [first] = group
    if (!first) return []
    const minutes = group.reduce((sum, part) => sum + attendedOf(part), 0)
    const { supervisor, type } = first
    return [{ supervisor, type, sessions: group.length, hours: rounded(minutes / MINUTES_PER_HOUR) }]
  })
  const within = service?.filter(({ from: first, on }) => (first ?? on) >= from && on <= until)
  const touching = service?.filter(({ from: first, on }) => (first ?? on) <= until && on >= from) ?? []
  return {
    lines: lines.sort(byTypeThenName),
    supervisionHours: rounded(held.reduce((sum, part) => sum + attendedOf(part), 0) / MINUTES_PER_HOUR),
    sessions: new Set(held.map(({ sessionId }) => sessionId)).size,
    serviceHours: within ? rounded(within.reduce((sum, { hours }) => sum + hours, 0)) : null,
    crossingEntries: touching.length - (within?.length ?? 0),
  }
}

/** Whoever was there for half of a session had half of each of its parts. */
function attendedOf({ minutes, sessionMinutes, attendedMinutes }: SessionPart): number {
  return (minutes * Math.min(attendedMinutes, sessionMinutes)) / sessionMinutes
}

const rounded = (hours: number): number => Math.round(hours * 100) / 100

function byTypeThenName(one: LetterLine, other: LetterLine): number {
  const place = SUPERVISION_TYPES.indexOf(one.type) - SUPERVISION_TYPES.indexOf(other.type)
  return place || (one.supervisor < other.supervisor ? -1 : 1)
}

/** Refuses days that are none, an end before its start, and what has not come yet. */
export function validateLetterPeriod(
  { from, until }: { readonly from: string; readonly until: string },
  today: PlainDate,
): ValidationError[] {
  const errors: ValidationError[] = []
  if (!isPlainDate(from)) errors.push({ field: 'from', problem: 'not-a-date' })
  if (!isPlainDate(until)) errors.push({ field: 'until', problem: 'not-a-date' })
  if (errors.length > 0) return errors
  if (until > today) errors.push({ field: 'until', problem: 'in-the-future', limit: today })
  if (until < from) errors.push({ field: 'until', problem: 'before-its-start' })
  return errors
}
