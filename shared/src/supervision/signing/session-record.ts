import type { PlainDate } from '../../calendar/plain-date.ts'

// A session as it is signed, in lines: what the database hashes (`access.session_record`), written down once more, so that
// an auditor can compute it without Alongside. Lines, because JSON is written differently by each program.

export interface RecordedNote {
  readonly type: string
  /** Null: about the group. */
  readonly aboutPeerId: string | null
  /** SHA-256 of id, activities and text of the note, each on a line: `noteText`. */
  readonly hash: string
}

export interface RecordedSession {
  readonly id: string
  readonly supervisorId: string
  readonly heldOn: PlainDate
  readonly minutes: number
  readonly status: string
  readonly format: string
  readonly modality: string
  readonly observed: boolean
  readonly attendees: readonly { readonly peerId: string; readonly minutes: number }[]
  readonly segments: readonly { readonly type: string; readonly minutes: number }[]
  readonly notes: readonly RecordedNote[]
}

/** What is hashed (SHA-256, UTF-8) as the record of a session. */
export function sessionRecord(session: RecordedSession): string {
  return [
    'alongside session record 1',
    `session ${session.id}`,
    `supervisor ${session.supervisorId}`,
    `held ${session.heldOn}`,
    `minutes ${session.minutes}`,
    `status ${session.status}`,
    `format ${session.format}`,
    `modality ${session.modality}`,
    `observed ${session.observed ? 'yes' : 'no'}`,
    ...inOrder(session.attendees.map(({ peerId, minutes }) => `attended ${peerId} ${minutes}`)),
    ...inOrder(session.segments.map(({ type, minutes }) => `part ${type} ${minutes}`)),
    ...inOrder(
      session.notes.map(({ type, aboutPeerId, hash }) => `note ${type} ${aboutPeerId ?? 'group'} ${hash}`),
    ),
  ].join('\n')
}

/**
 * What is hashed of a note. Only its readers have its id: without the id, nobody can try short notes until one of them
 * gives the same hash.
 */
export function noteText(id: string, activities: readonly string[], note: string | null): string {
  return [id, activities.join(','), note ?? ''].join('\n')
}

/** By their bytes, as `collate "C"` does; all of the lines are ASCII. */
function inOrder(lines: readonly string[]): string[] {
  return lines.toSorted((one, other) => (one < other ? -1 : 1))
}
