import { addDays, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import {
  validateChoice,
  validateText,
  validateWholeNumber,
  type ValidationError,
} from '../../validation/validation-error.ts'
import { SESSION_FORMATS, SESSION_MODALITIES, SessionFormat } from './session-formats.ts'
import { activitiesOf, SUPERVISION_TYPES, type SupervisionType } from '../supervision-types.ts'

/** Ten hours: a longer session is a slip of the hand. */
export const SESSION_MINUTES = { from: 1, to: 600 } as const
/** One segment a type, since a wall runs between types and none within one. */
export const SEGMENTS = { from: 1, to: SUPERVISION_TYPES.length } as const
/** A group with more attendees is a training, recorded elsewhere. */
export const ATTENDEES = { from: 1, to: 30 } as const
export const NOTE_LIMIT = 4000
/** A session older than a year can no longer be remembered to the minute; it comes in by amendment. */
export const LOGGED_WITHIN_DAYS = 365

export interface SegmentInput {
  readonly type: string
  readonly minutes: number
  readonly activities: readonly string[]
  readonly note?: string | null | undefined
}

export interface AttendeeInput {
  readonly peerId: string
  /** Left out when the peer was there from start to end. */
  readonly minutes?: number | null | undefined
}

/** A session that has taken place, as its supervisor enters it. */
export interface LogSessionInput {
  readonly heldOn: string
  readonly minutes: number
  readonly format: string
  readonly modality: string
  readonly attendees: readonly AttendeeInput[]
  readonly segments: readonly SegmentInput[]
}

/** Everything that is wrong with a session as entered; whose peers they are is asked elsewhere. */
export function validateLogSession(input: LogSessionInput, today: PlainDate): ValidationError[] {
  return [
    ...validateHeldOn('heldOn', input.heldOn, today),
    ...validateWholeNumber('minutes', input.minutes, SESSION_MINUTES.from, SESSION_MINUTES.to),
    ...validateChoice('format', [input.format], SESSION_FORMATS),
    ...validateChoice('modality', [input.modality], SESSION_MODALITIES),
    ...validateAttendees(input),
    ...validateSegments(input),
  ]
}

/** A held session lies on a real day, today or up to a year back; the limit is the first or last day allowed. */
function validateHeldOn(field: string, heldOn: string, today: PlainDate): ValidationError[] {
  if (heldOn === '') return [{ field, problem: 'required' }]
  if (!isPlainDate(heldOn)) return [{ field, problem: 'not-a-date' }]
  if (heldOn > today) return [{ field, problem: 'in-the-future', limit: today }]
  const earliest = addDays(today, -LOGGED_WITHIN_DAYS)
  return heldOn < earliest ? [{ field, problem: 'too-long-ago', limit: earliest }] : []
}

function validateAttendees({ attendees, format, minutes }: LogSessionInput): ValidationError[] {
  const most = format === SessionFormat.INDIVIDUAL ? 1 : ATTENDEES.to
  const validationErrors = validateCount('attendees', attendees.length, ATTENDEES.from, most)
  if (validationErrors.length > 0) return validationErrors
  const limit = Math.min(Math.max(minutes, SESSION_MINUTES.from), SESSION_MINUTES.to)
  const peerIds = attendees.map(({ peerId }) => peerId.toLowerCase())
  return attendees.flatMap((attendee, at) => [
    ...validateRepeated(`attendees.${at}.peerId`, at, peerIds),
    ...validateWholeNumber(`attendees.${at}.minutes`, attendee.minutes, 1, limit),
  ])
}

function validateSegments({ segments, minutes }: LogSessionInput): ValidationError[] {
  const validationErrors = validateCount('segments', segments.length, SEGMENTS.from, SEGMENTS.to)
  if (validationErrors.length > 0) return validationErrors
  const types = segments.map(({ type }) => type)
  const each = segments.flatMap((segment, at) => [
    ...validateRepeated(`segments.${at}.type`, at, types),
    ...validateSegment(`segments.${at}`, segment),
  ])
  const sum = segments.reduce((total, segment) => total + segment.minutes, 0)
  if (each.some(({ field }) => field.endsWith('.minutes')) || sum === minutes) return each
  return [...each, { field: 'segments', problem: 'does-not-add-up', limit: minutes }]
}

function validateSegment(
  field: string,
  { type, minutes, activities, note }: SegmentInput,
): ValidationError[] {
  const known = SUPERVISION_TYPES.includes(type as SupervisionType)
  return [
    ...validateChoice(`${field}.type`, [type], SUPERVISION_TYPES),
    ...validateWholeNumber(`${field}.minutes`, minutes, SESSION_MINUTES.from, SESSION_MINUTES.to),
    ...(known
      ? validateChoice(`${field}.activities`, activities, activitiesOf(type as SupervisionType))
      : []),
    ...validateText(`${field}.note`, note, NOTE_LIMIT),
  ]
}

function validateCount(field: string, count: number, from: number, to: number): ValidationError[] {
  if (count < from) return [{ field, problem: 'too-few', limit: from }]
  return count > to ? [{ field, problem: 'too-many', limit: to }] : []
}

/** The second one is at fault, not the first: it is the one to take away. */
function validateRepeated(field: string, at: number, values: readonly string[]): ValidationError[] {
  return values.indexOf(values[at] ?? '') < at ? [{ field, problem: 'repeated' }] : []
}
