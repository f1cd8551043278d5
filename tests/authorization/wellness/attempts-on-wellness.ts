import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from '../attempts/attempt.ts'
import { MEMBERS } from '../walls-expected.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may share, plan, ask to talk and offer a time: each only for themselves, and only within supportive supervision.

const at = NOW.toISOString()
const LATER = '2026-07-10T12:00:00Z'
const id = (): string => randomUUID()

export function attemptsOnWellness(world: WallsWorld): Attempt[] {
  return [...attemptsOnShares(world), ...attemptsOnTalk(world), ...attemptsOnOwnFigures(world)]
}

function attemptsOnShares({ cast, wellness, flags, pastCheckIn }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const share = (label: string, values: Attempt['values'], allowed: Attempt['allowed']): Attempt =>
    insertion(
      label,
      'share_ticket',
      ['id', 'owner_id', 'relationship_id', 'kind', 'check_in_id', 'scope', 'created_at', 'expires_at'],
      values,
      allowed,
    )
  const own = (relationship: string) => (me: string) => [
    ...[id(), me, relationship, 'CHECK_IN', pastCheckIn, 'SCORES', at, LATER],
  ]
  return [
    share('share a check-in with a supportive supervisor', own(wellness.relationship), ['peer']),
    share('share a check-in with an educational supervisor', own(flags.relationship), []),
    share(
      'share a check-in of the peer',
      () => [id(), peer.id, wellness.relationship, 'CHECK_IN', pastCheckIn, 'SCORES', at, LATER],
      ['peer'],
    ),
    share(
      'share a check-in as of last month',
      (me) => [
        ...[id(), me, wellness.relationship, 'CHECK_IN', pastCheckIn, 'SCORES'],
        ...['2026-05-20T12:00:00Z', LATER],
      ],
      [],
    ),
    insertion(
      'share a line of a plan',
      'share_ticket',
      ['id', 'owner_id', 'relationship_id', 'kind', 'plan_line_id', 'scope', 'created_at', 'expires_at'],
      (me) => [id(), me, wellness.relationship, 'PLAN_LINE', wellness.planLine, 'EVERYTHING', at, LATER],
      ['peer'],
    ),
    update('withdraw a share', 'share_ticket', 'withdrawn_at = access.now()', 'id', wellness.ticket, [
      'peer',
    ]),
    update(
      'date a withdrawal back',
      'share_ticket',
      "withdrawn_at = '2026-06-02'",
      'id',
      wellness.ticket,
      [],
    ),
    insertion(
      'write down a look by oneself',
      'share_look',
      ['id', 'ticket_id', 'owner_id', 'looked_by', 'looked_at'],
      (me) => [id(), wellness.ticket, peer.id, me, at],
      [],
    ),
    insertion(
      'add a line to the own plan',
      'self_care_plan_line',
      ['id', 'owner_id', 'part', 'text', 'added_at', 'saved_at'],
      (me) => [id(), me, 'HELPS', 'Walk', at, at],
      MEMBERS,
    ),
    insertion(
      "add a line to the peer's plan",
      'self_care_plan_line',
      ['id', 'owner_id', 'part', 'text', 'added_at', 'saved_at'],
      () => [id(), peer.id, 'HELPS', 'Walk', at, at],
      ['peer'],
    ),
    update(
      'change a line of a plan',
      'self_care_plan_line',
      "text = 'Run', saved_at = access.now()",
      'id',
      wellness.planLine,
      ['peer'],
    ),
  ]
}

function attemptsOnTalk({ cast, wellness, flags }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const { request, offer, relationship } = wellness
  const ask = (label: string, relationshipId: string, allowed: Attempt['allowed']): Attempt =>
    insertion(
      label,
      'talk_request',
      ['id', 'peer_id', 'relationship_id', 'asked_at'],
      (me) => [id(), me, relationshipId, at],
      allowed,
    )
  const answer = (said: string, allowed: Attempt['allowed']): Attempt =>
    update(
      `answer a time with ${said}`,
      'talk_offer',
      `answer = '${said}', answered_at = access.now()`,
      'id',
      offer,
      allowed,
    )
  return [
    ask('ask a supportive supervisor to talk', relationship, ['peer']),
    ask('ask an educational supervisor to talk', flags.relationship, []),
    update(
      'close a request to talk',
      'talk_request',
      "closed_at = access.now(), closed_as = 'NOT_NEEDED'",
      'id',
      request,
      ['peer'],
    ),
    insertion(
      'offer a time to talk',
      'talk_offer',
      ['id', 'request_id', 'peer_id', 'relationship_id', 'on_day', 'at_time', 'modality', 'offered_at'],
      () => [id(), request, peer.id, relationship, '2026-06-20', '10:00', 'PHONE', at],
      ['supportive'],
    ),
    answer('ACCEPTED', ['peer']),
    answer('ANOTHER_TIME', ['peer']),
    answer('REPLACED', ['supportive']),
  ]
}

function attemptsOnOwnFigures({ cast }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const time = ['owner_id', 'week_start', 'minutes', 'saved_at']
  const reminder = ['owner_id', 'is_on', 'weekday', 'hour', 'saved_at']
  return [
    insertion(
      'log own reflection time',
      'reflection_time',
      time,
      (me) => [me, '2026-06-08', 30, at],
      MEMBERS,
    ),
    insertion(
      'log reflection time of the peer',
      'reflection_time',
      time,
      () => [peer.id, '2026-06-08', 30, at],
      ['peer'],
    ),
    update('change reflection time', 'reflection_time', 'minutes = 15', 'owner_id', peer.id, ['peer']),
    insertion('set a reminder', 'check_in_reminder', reminder, (me) => [me, true, 1, 9, at], MEMBERS),
    insertion('set a reminder of the peer', 'check_in_reminder', reminder, () => [peer.id, true, 1, 9, at], [
      'peer',
    ]),
    update('change a reminder', 'check_in_reminder', 'hour = 10', 'owner_id', peer.id, ['peer']),
  ]
}
