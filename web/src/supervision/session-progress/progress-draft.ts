import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import {
  type FollowUpOwner,
  validateFollowUp,
} from '@alongside/shared/supervision/follow-ups/follow-up-input'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { ValidationError } from '@alongside/shared/validation/validation-error'

export interface NewFollowUp {
  peerId: string
  type: SupervisionType
  text: string
  owner: FollowUpOwner
  dueOn: PlainDate
}

/** What the two went through, as it is checked off in the form of a session. */
export interface ProgressDraft {
  reachedAgendaItemIds: string[]
  doneFollowUpIds: string[]
  followUps: NewFollowUp[]
}

export function emptyProgress(): ProgressDraft {
  return { reachedAgendaItemIds: [], doneFollowUpIds: [], followUps: [] }
}

interface Session {
  readonly peerIds: readonly string[]
  readonly types: readonly SupervisionType[]
  readonly progress: ProgressDraft
}

/** A line that was opened and left empty is none; one for somebody or a type taken out again is not sent. */
export function progressInputOf({ progress, peerIds, types }: Session) {
  const followUps = progress.followUps.filter(
    ({ text, peerId, type }) => text.trim() !== '' && peerIds.includes(peerId) && types.includes(type),
  )
  const { reachedAgendaItemIds, doneFollowUpIds } = progress
  const isEmpty = reachedAgendaItemIds.length + doneFollowUpIds.length + followUps.length === 0
  return isEmpty
    ? null
    : {
        reachedAgendaItemIds: [...reachedAgendaItemIds],
        doneFollowUpIds: [...doneFollowUpIds],
        followUps: followUps.map((one) => ({ ...one })),
      }
}

export function validateProgressDraft(session: Session, today: PlainDate): ValidationError[] {
  return (progressInputOf(session)?.followUps ?? []).flatMap((followUp, at) =>
    validateFollowUp(followUp, today, `progress.followUps.${at}.`),
  )
}
