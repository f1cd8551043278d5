import { randomUUID } from 'node:crypto'
import { validateFollowUp } from '@alongside/shared/supervision/follow-ups/follow-up-input'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { Any } from 'typeorm'
import type { Write } from '../../database/reads-and-writes.ts'
import { insertFrom, ME, NOW, TODAY, updateOf } from '../../database/statements.ts'
import { AGENDA_ITEMS } from '../agenda/agenda.service.ts'
import { IN_FORCE } from '../relationships/own-relationship.service.ts'
import { FOLLOW_UP_TABLES } from './follow-up.service.ts'
import type { SessionFollowUpInput, SessionProgressInput } from './session-progress.types.ts'

// What becomes of agenda and follow-ups when a session is logged: written with the session, or not at all.

/** Who was there, and what it was about. */
interface Logged {
  readonly attendees: readonly { readonly peerId: string }[]
  readonly segments: readonly { readonly type: SupervisionType }[]
}

/** New follow-ups belong to an attendee and a type of the session. */
export function validateProgress(
  progress: SessionProgressInput | null | undefined,
  { attendees, segments }: Logged,
  today: string,
): ValidationError[] {
  const peers = attendees.map(({ peerId }) => peerId.toLowerCase())
  const types = segments.map(({ type }) => type)
  return (progress?.followUps ?? []).flatMap((followUp, at): ValidationError[] => {
    const path = `progress.followUps.${at}.`
    return [
      ...(peers.includes(followUp.peerId.toLowerCase())
        ? []
        : [{ field: `${path}peerId`, problem: 'not-an-option' } as const]),
      ...(types.includes(followUp.type) ? [] : [{ field: `${path}type`, problem: 'not-an-option' } as const]),
      ...validateFollowUp(followUp, today, path),
    ]
  })
}

/**
 * Somebody may have removed an item or closed a follow-up meanwhile: that changes nothing, and the session is saved.
 * What was added meanwhile was not on the form, and stays for the next session.
 */
export function progressKept(
  sessionId: string,
  progress: SessionProgressInput | null | undefined,
  { attendees, segments }: Logged,
): Write[] {
  if (!progress) return []
  const peerId = Any(attendees.map((one) => one.peerId))
  const { reachedAgendaItemIds: reached, doneFollowUpIds: done, followUps } = progress
  const closed = { state: 'DONE', closedOn: TODAY, closedBy: ME, closedIn: sessionId } as const
  return [
    ...segments.flatMap(({ type }) => [
      ...(reached?.length
        ? [updateOf(AGENDA_ITEMS[type], { id: Any(reached), peerId }, { reachedIn: sessionId })]
        : []),
      ...(done?.length
        ? [updateOf(FOLLOW_UP_TABLES[type], { id: Any(done), peerId, state: 'OPEN' }, closed)]
        : []),
    ]),
    ...(followUps ?? []).map((followUp) => followUpAgreed(sessionId, followUp)),
  ]
}

function followUpAgreed(sessionId: string, followUp: SessionFollowUpInput): Write {
  const { type, peerId, owner, dueOn } = followUp
  return insertFrom(
    FOLLOW_UP_TABLES[type],
    `from supervision_relationship r
      where r.organization_id = (select access.organization_id()) and r.supervisor_id = (select access.membership_id())
        and r.peer_id = :peer and r.type = :type and ${IN_FORCE}
      order by r.starts_on desc limit 1`,
    {
      id: randomUUID(),
      relationshipId: () => 'r.id',
      peerId: () => 'r.peer_id',
      text: followUp.text.trim(),
      owner,
      dueOn,
      madeBy: ME,
      madeAt: NOW,
      madeIn: sessionId,
    },
    { parameters: { peer: peerId, type } },
  )
}
