import { validateText, type ValidationError } from '../../validation/validation-error.ts'
import { NOTE_LIMIT, type AttendeeInput, type SegmentInput } from '../sessions/session-minutes.ts'

/** A note about one attendee of a group: for that peer and the holder only. */
export interface PeerNoteInput {
  readonly peerId: string
  readonly note: string
}

export interface SegmentWithNotes extends SegmentInput {
  readonly peerNotes?: readonly PeerNoteInput[] | null | undefined
}

/** What is written about one segment, for one circle of readers. */
export interface WrittenNote {
  /** Null: about the group, for every attendee to read. */
  readonly aboutPeerId: string | null
  readonly activities: readonly string[]
  readonly note: string | null
}

/** Notes about single peers belong to groups, to attendees, and to each of them at most once a segment. */
export function validatePeerNote(
  segments: readonly SegmentWithNotes[],
  attendees: readonly AttendeeInput[],
): ValidationError[] {
  const attendeeIds = attendees.map(({ peerId }) => peerId.toLowerCase())
  return segments.flatMap(({ peerNotes }, at) => {
    const notes = peerNotes ?? []
    const field = `segments.${at}.peerNotes`
    if (attendees.length === 1 && notes.length > 0) return [{ field, problem: 'too-many', limit: 0 }]
    const ids = notes.map(({ peerId }) => peerId.toLowerCase())
    return notes.flatMap(({ peerId, note }, place): ValidationError[] => {
      const own = `${field}.${place}`
      if (!attendeeIds.includes(peerId.toLowerCase()))
        return [{ field: `${own}.peerId`, problem: 'not-an-option' }]
      if (ids.indexOf(peerId.toLowerCase()) < place) return [{ field: `${own}.peerId`, problem: 'repeated' }]
      return validateText(`${own}.note`, note, NOTE_LIMIT)
    })
  })
}

/**
 * A segment's notes as they are kept: with one attendee everything is about that peer; with several, note and
 * activities are about the group. A note of blanks is none.
 */
export function writtenNotes(segment: SegmentWithNotes, attendees: readonly AttendeeInput[]): WrittenNote[] {
  const only = attendees.length === 1 ? attendees[0] : undefined
  const shared = {
    aboutPeerId: only ? only.peerId.toLowerCase() : null,
    activities: segment.activities,
    note: textOrNull(segment.note),
  }
  const single = (segment.peerNotes ?? []).map(({ peerId, note }) => ({
    aboutPeerId: peerId.toLowerCase(),
    activities: [],
    note: textOrNull(note),
  }))
  return [shared, ...single].filter(({ note, activities }) => note !== null || activities.length > 0)
}

function textOrNull(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim()
  return trimmed === '' ? null : trimmed
}
