import { randomUUID } from 'node:crypto'
import { NOW, THIS_WEEK, TODAY } from '../../support/fixed-today.ts'
import { BEFORE_THE_RESET, EARLIER, LAST_MONTH, type RowPlacing } from '../rows/row-placing.ts'

// The plan, shares and looks, requests to talk, and the figures that somebody keeps for themselves.

const NEXT_MONTH = '2026-07-10T12:00:00Z'

/** Of a check-in of the peer, with the supportive supervisor. */
export async function placeWellness(placing: RowPlacing, checkInId: string) {
  const { place, secret, actors, organization_id } = placing
  const { peer, supportive } = actors
  const [planLine, ticket] = [randomUUID(), randomUUID()]
  const relationship = await supports(placing, LAST_MONTH, '2026-12-31')
  const ended = await supports(placing, '2026-01-05', '2026-05-10')
  const line = { owner_id: peer.id, part: 'HELPS', added_at: NOW, saved_at: NOW }
  await place('line of a plan', 'self_care_plan_line', {
    ...line,
    id: planLine,
    text: secret('line of a plan'),
  })
  await place('line of a plan from before a password reset', 'self_care_plan_line', {
    ...line,
    id: randomUUID(),
    text: secret('line of a plan from before a password reset'),
    saved_at: BEFORE_THE_RESET,
  })
  const share = {
    owner_id: peer.id,
    relationship_id: relationship,
    kind: 'CHECK_IN',
    check_in_id: checkInId,
    scope: 'SCORES',
    created_at: EARLIER,
    expires_at: NEXT_MONTH,
  }
  await place('share ticket', 'share_ticket', { ...share, id: ticket })
  await place('share ticket that is withdrawn', 'share_ticket', {
    ...share,
    id: randomUUID(),
    withdrawn_at: NOW,
  })
  const expired = randomUUID()
  await place('share ticket that has expired', 'share_ticket', { ...share, id: expired, expires_at: NOW })
  await place('share ticket of an ended supervision', 'share_ticket', {
    ...share,
    id: randomUUID(),
    relationship_id: ended,
  })
  await place('look at a share', 'share_look', {
    id: randomUUID(),
    ticket_id: ticket,
    owner_id: peer.id,
    looked_by: supportive.id,
    looked_at: NOW,
  })
  const told = { recipient_id: supportive.id, kind: 'SHARED_WITH_YOU', created_at: EARLIER }
  await place('notification of a share', 'notification', {
    ...told,
    id: randomUUID(),
    key: `share:${ticket}`,
  })
  await place('notification of a share that has expired', 'notification', {
    ...told,
    id: randomUUID(),
    key: `share:${expired}`,
  })
  const talk = await placeTalk(placing, relationship)
  const mine = { owner_id: peer.id, saved_at: NOW }
  await place('reflection time', 'reflection_time', { ...mine, week_start: THIS_WEEK, minutes: 60 }, [
    'organization_id',
    'owner_id',
    'week_start',
  ])
  await place('own reminder', 'check_in_reminder', { ...mine, is_on: true, weekday: 5, hour: 15 }, [
    'organization_id',
    'owner_id',
  ])
  return { planLine, ticket, relationship, organization_id, ...talk }
}

async function placeTalk({ place, actors }: RowPlacing, relationship_id: string) {
  const [request, offer] = [randomUUID(), randomUUID()]
  const of = { peer_id: actors.peer.id, relationship_id }
  await place('request to talk', 'talk_request', { ...of, id: request, asked_at: EARLIER })
  await place('time offered to talk', 'talk_offer', {
    ...of,
    ...{ id: offer, request_id: request, on_day: TODAY, at_time: '15:00', modality: 'PHONE' },
    offered_at: NOW,
  })
  return { request, offer }
}

async function supports(
  { build, actors, organization_id }: RowPlacing,
  starts_on: string,
  ends_on: string,
): Promise<string> {
  const id = randomUUID()
  await build.insert('supervision_relationship', {
    ...{ organization_id, id, supervisor_id: actors.supportive.id, peer_id: actors.peer.id },
    ...{ type: 'SUPPORTIVE', starts_on, ends_on, proposed_at: EARLIER, accepted_at: EARLIER },
  })
  return id
}
