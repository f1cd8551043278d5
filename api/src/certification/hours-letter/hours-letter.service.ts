import {
  hoursLetter,
  type HoursLetter,
  type LetterPeriod,
  type SessionPart,
} from '@alongside/shared/certification/hours-letter/hours-letter'
import type { ServiceHours } from '@alongside/shared/certification/hours/ce-credit'
import { Role } from '@alongside/shared/people/roles'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { maySeeServiceHours, mayMakeLetter } from './hours-letter.policy.ts'

// What a board's form wants to know of the hours of one peer; row-level security scopes every figure.

export interface LetterOfPeer extends HoursLetter {
  readonly peerName: string
}

interface Peer {
  readonly displayName: string
  readonly isOwnPeer: boolean
  readonly service: ServiceHours[]
}

export async function letterOfPeer(
  ctx: RequestContext,
  peerId: string,
  period: LetterPeriod,
): Promise<LetterOfPeer> {
  const [[peer], parts, actor] = await Promise.all([
    ctx.unit.run<Peer>(PEER, [peerId]),
    ctx.unit.run<SessionPart>(PARTS, [peerId]),
    ctx.unit.actor(),
  ])
  if (!peer || !mayMakeLetter(actor, peerId, peer.isOwnPeer)) throw notFound()
  const service = maySeeServiceHours(actor, peerId) ? peer.service : null
  return { peerName: peer.displayName, ...hoursLetter(period, parts, service) }
}

/** The own one of somebody who has left: one statement after the other, as that person. */
export async function letterOfLeaver(
  run: (text: SelectText, values: readonly unknown[]) => Promise<object[]>,
  membershipId: string,
  period: LetterPeriod,
): Promise<LetterOfPeer> {
  const [peer] = (await run(PEER, [membershipId])) as [Peer?]
  const parts = (await run(PARTS, [membershipId])) as SessionPart[]
  // Whoever was no peer here has no hours.
  if (!peer) throw notFound()
  return { peerName: peer.displayName, ...hoursLetter(period, parts, peer.service) }
}

const PEER: SelectText = /* sql */ `
  select m.display_name as "displayName",
         m.id = any ((select access.peers_of_any_type())::uuid[]) as "isOwnPeer",
         coalesce((select jsonb_agg(jsonb_build_object('from', w.starts_on, 'on', w.ends_on, 'hours', w.hours))
                     from service_hours w
                    where w.organization_id = m.organization_id and w.peer_id = m.id and w.voided_at is null), '[]') as service
    from membership m
   where m.organization_id = (select access.organization_id()) and m.id = $1 and '${Role.PEER}' = any (m.roles)`

const PARTS: SelectText = /* sql */ `
  select t.session_id as "sessionId", t.held_on::text as "heldOn", coalesce(leader.display_name, '') as supervisor,
         g.type, g.minutes, s.minutes as "sessionMinutes", t.minutes as "attendedMinutes"
    from session_attendance t
    join supervision_session s on s.organization_id = t.organization_id and s.id = t.session_id
    join session_segment g on g.organization_id = t.organization_id and g.session_id = t.session_id
    left join membership leader on leader.organization_id = t.organization_id and leader.id = t.supervisor_id
   where t.organization_id = (select access.organization_id()) and t.peer_id = $1 and s.status = 'HELD'
     and s.voided_at is null
   order by t.held_on, t.session_id`
