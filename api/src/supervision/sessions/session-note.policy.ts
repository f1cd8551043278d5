import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'

/** A note as it was loaded, with what decides who may read it. */
export interface LoadedNote {
  readonly type: SupervisionType
  readonly supervisorId: string
  /** Null: about the group. */
  readonly aboutPeerId: string | null
}

/** Whose notes are asked for, by whom, and of which types the asker is that peer's current supervisor. */
export interface NoteReader {
  readonly membershipId: string
  readonly peerId: string
  readonly currentTypes: readonly SupervisionType[]
}

/**
 * T2, T3: a note is for the peer it is about (each attendee, where it is about the group) and for its holder while
 * they are a supervisor of that type. The second of two walls: the first is in the database.
 */
export function mayReadNote(reader: NoteReader, note: LoadedNote): boolean {
  const concernsPeer = note.aboutPeerId === null || note.aboutPeerId === reader.peerId
  if (!concernsPeer) return false
  if (reader.membershipId === reader.peerId) return true
  return note.supervisorId === reader.membershipId && reader.currentTypes.includes(note.type)
}
