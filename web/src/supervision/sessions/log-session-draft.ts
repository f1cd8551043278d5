import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { SessionFormat, SessionModality } from '@alongside/shared/supervision/sessions/session-formats'
import { validateLogSession } from '@alongside/shared/supervision/sessions/session-minutes'
import { validatePeerNote } from '@alongside/shared/supervision/notes/session-notes'
import {
  SUPERVISION_TYPES,
  type SupervisionActivity,
  type SupervisionType,
} from '@alongside/shared/supervision/supervision-types'
import {
  emptyProgress,
  type ProgressDraft,
  validateProgressDraft,
} from '../session-progress/progress-draft.ts'
import type { LogSupervisionSessionInput } from '../../generated/graphql.ts'

/** What stands in the form about one type, whether it is chosen or not: unchoosing it by mistake loses nothing. */
export interface SegmentDraft {
  minutes: number | null
  activities: SupervisionActivity[]
  note: string
  /** In a group: about single peers, by their id. */
  peerNotes: Record<string, string>
}

type Sent = Omit<
  LogSupervisionSessionInput,
  'idempotencyKey' | 'attendees' | 'segments' | 'minutes' | 'progress'
>

export interface SessionDraft extends Sent {
  minutes: number | null
  peerIds: string[]
  types: SupervisionType[]
  segments: Record<SupervisionType, SegmentDraft>
  /** Somebody who was there has not joined: only the date, minutes and types are sent. */
  withoutNotes: boolean
  progress: ProgressDraft
  /** In a group: the minutes of who was there for less than all of it, by their id. */
  attended: Record<string, number | null>
}

export function emptyDraft(today: PlainDate, peerIds: string[], types: SupervisionType[]): SessionDraft {
  const segment = (): SegmentDraft => ({ minutes: null, activities: [], note: '', peerNotes: {} })
  return {
    heldOn: today,
    minutes: null,
    format: SessionFormat.INDIVIDUAL,
    modality: SessionModality.IN_PERSON,
    observed: false,
    peerIds,
    types,
    segments: { ADMINISTRATIVE: segment(), EDUCATIONAL: segment(), SUPPORTIVE: segment() },
    withoutNotes: false,
    progress: emptyProgress(),
    attended: {},
  }
}

/** What was planned, as it is logged: mostly nothing of it is to be changed. */
export function plannedDraft(planned: {
  readonly id: string
  readonly startsOn: PlainDate
  readonly minutes: number
  readonly format: SessionFormat
  readonly modality: SessionModality
  readonly peers: readonly { readonly id: string }[]
  readonly types: readonly SupervisionType[]
}): SessionDraft {
  const { id: plannedSessionId, startsOn: heldOn, minutes, format, modality, peers } = planned
  const types = SUPERVISION_TYPES.filter((type) => planned.types.includes(type))
  const draft = emptyDraft(
    heldOn,
    peers.map(({ id }) => id),
    types,
  )
  splitMinutes(minutes, types.length).forEach((part, at) => {
    const type = types[at]
    if (type && types.length > 1) draft.segments[type].minutes = part
  })
  return { ...draft, minutes, format, modality, plannedSessionId }
}

/** The chosen types in their usual order: the places that refusals speak of. */
export function chosenTypes({ types }: SessionDraft): SupervisionType[] {
  return SUPERVISION_TYPES.filter((type) => types.includes(type))
}

/** Minutes of a type: all of them where it is the only one. */
export function minutesOf(draft: SessionDraft, type: SupervisionType): number | null {
  return draft.types.length === 1 ? draft.minutes : draft.segments[type].minutes
}

/** How the minutes fall to the types before anybody types: alike, in steps of five, the rest to the first. */
export function splitMinutes(minutes: number, parts: number): number[] {
  const each = Math.floor(minutes / parts / 5) * 5
  if (each === 0) return Array.from({ length: parts }, () => 0)
  return Array.from({ length: parts }, (_, at) => (at === 0 ? minutes - each * (parts - 1) : each))
}

const NOTHING_WRITTEN: Pick<SegmentDraft, 'activities' | 'note' | 'peerNotes'> = {
  activities: [],
  note: '',
  peerNotes: {},
}

/** As the API takes it. */
export function sessionInputOf(draft: SessionDraft) {
  const { minutes, peerIds, types: _types, segments: _segments, ...rest } = draft
  const { withoutNotes: _notes, progress: _progress, attended, ...facts } = rest
  const segments = chosenTypes(draft).map((type) => {
    const { activities, note, peerNotes } = draft.withoutNotes ? NOTHING_WRITTEN : draft.segments[type]
    const about = peerIds.flatMap((peerId) => {
      const text = peerNotes[peerId]?.trim() ?? ''
      return text === '' ? [] : [{ peerId, note: text }]
    })
    return {
      type,
      minutes: minutesOf(draft, type) ?? 0,
      activities: [...activities],
      note: note.trim() === '' ? null : note,
      peerNotes: peerIds.length > 1 ? about : [],
    }
  })
  const attendees = peerIds.map((peerId) => {
    const stayed = peerIds.length > 1 ? (attended[peerId] ?? null) : null
    return stayed === null ? { peerId } : { peerId, minutes: stayed }
  })
  return { ...facts, minutes: minutes ?? 0, attendees, segments }
}

/** The same checks as the server's; minutes left open are asked for, not called too few. */
export function validateDraft(draft: SessionDraft, today: PlainDate): ValidationError[] {
  const input = sessionInputOf(draft)
  const validationErrors = [
    ...validateLogSession(input, today),
    ...validatePeerNote(input.segments, input.attendees),
    ...validateProgressDraft(draft, today),
  ]
  if (draft.minutes !== null) return validationErrors
  return [
    { field: 'minutes', problem: 'required' },
    ...validationErrors.filter(({ field }) => !field.includes('minutes') && field !== 'segments'),
    ...(draft.types.length === 0 ? [{ field: 'segments', problem: 'too-few', limit: 1 } as const] : []),
  ]
}
