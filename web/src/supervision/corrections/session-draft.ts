import type { LoggedSessionQuery } from '../../generated/graphql.ts'
import { emptyDraft, sessionInputOf, type SessionDraft } from '../sessions/log-session-draft.ts'

export type LoggedSession = LoggedSessionQuery['loggedSession']

/** The form of a session that was logged, with everything that was entered. */
export function draftOf(session: LoggedSession): SessionDraft {
  const { heldOn, minutes, format, modality, observed, attendees, segments } = session
  const peerIds = attendees.map(({ peer }) => peer.id)
  const draft = emptyDraft(
    heldOn,
    peerIds,
    segments.map(({ type }) => type),
  )
  for (const { type, minutes: part, notes } of segments) {
    // With one attendee a note is about them; in a group it is about one of them or about all.
    const main = notes.find(({ about }) => about === null || peerIds.length === 1)
    draft.segments[type] = {
      minutes: part,
      activities: [...(main?.activities ?? [])],
      note: main?.note ?? '',
      peerNotes: Object.fromEntries(
        notes.flatMap((note) => (note.about && note !== main ? [[note.about.id, note.note ?? '']] : [])),
      ),
    }
  }
  return { ...draft, minutes, format, modality, observed }
}

/** As the API takes it; who stayed for less than all of it still did, as far as the session lasts so long. */
export function correctionOf(draft: SessionDraft, before: LoggedSession) {
  const input = sessionInputOf(draft)
  const stayed = new Map(
    before.attendees.flatMap(({ peer, minutes }) =>
      minutes < before.minutes ? [[peer.id, minutes] as const] : [],
    ),
  )
  const attendees = input.attendees.map(({ peerId }) => {
    const minutes = stayed.get(peerId)
    return minutes === undefined ? { peerId } : { peerId, minutes: Math.min(minutes, input.minutes) }
  })
  return { ...input, attendees }
}
