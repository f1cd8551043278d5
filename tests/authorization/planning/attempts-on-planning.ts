import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import { type Attempt, insertion } from '../attempts/attempt.ts'
import { MEMBERS, SUPERVISORS } from '../walls-expected.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who plans a session, who moves it, who asks and who answers.

const at = NOW.toISOString()
const PLAN = [
  ...['id', 'supervisor_id', 'starts_on', 'start_time', 'minutes', 'format', 'modality', 'status'],
  ...['planned_by', 'planned_at', 'changed_by', 'changed_at'],
]
const plan = (supervisor: string, me: string, startsOn: string): unknown[] => [
  ...[randomUUID(), supervisor, startsOn, '09:00', 45, 'INDIVIDUAL', 'PHONE', 'SCHEDULED'],
  ...[me, at, me, at],
]

export function attemptsOnPlanning(world: WallsWorld): Attempt[] {
  const { peer, educational } = world.cast.actors
  const change = (label: string, set: string, allowed: Attempt['allowed']): Attempt => ({
    label,
    table: 'planned_session',
    sql: `update planned_session set ${set}, changed_by = $3, changed_at = $4 where organization_id = $1 and id = $2`,
    values: (me, organization) => [organization, world.planning.planned, me, at],
    allowed,
  })
  return [
    insertion('plan a session', 'planned_session', PLAN, (me) => plan(me, me, '2026-06-18'), SUPERVISORS),
    insertion(
      'plan a session for yesterday',
      'planned_session',
      PLAN,
      (me) => plan(me, me, '2026-06-16'),
      [],
    ),
    insertion(
      'plan a session in the name of another supervisor',
      'planned_session',
      PLAN,
      (me) => plan(educational.id, me, '2026-06-18'),
      ['educational'],
    ),
    ...(['administrative', 'educational', 'supportive'] as const).map((type) =>
      insertion(
        `plan a session of the ${type} type with the peer`,
        'planned_attendance',
        ['planned_session_id', 'peer_id', 'type', 'supervisor_id'],
        (me) => [randomUUID(), peer.id, type.toUpperCase(), me],
        [type],
      ),
    ),
    change('move a planned session', "starts_on = '2026-06-25'", ['peer', 'educational']),
    change('cancel a planned session', "status = 'CANCELLED', reason = 'MOVED'", ['peer', 'educational']),
    change('say that a planned session was held', "status = 'HELD'", ['educational']),
    {
      label: 'move a planned session in the name of another',
      table: 'planned_session',
      sql: 'update planned_session set changed_by = $3, changed_at = $4 where organization_id = $1 and id = $2',
      values: (_me, organization) => [organization, world.planning.planned, world.cast.actors.manager.id, at],
      allowed: [],
    },
    ...attemptsOnRequests(world),
    ...attemptsOnCalendar(world),
  ]
}

function attemptsOnRequests({ cast, planning }: WallsWorld): Attempt[] {
  const { peer, supportive } = cast.actors
  const time = ['id', 'peer_id', 'supervisor_id', 'type', 'weekdays', 'times_of_day', 'status', 'asked_at']
  const request = ['id', 'peer_id', 'status', 'asked_at']
  const update = (
    label: string,
    table: 'time_request' | 'supervision_request',
    set: string,
    allowed: Attempt['allowed'],
  ): Attempt => ({
    label,
    table,
    sql: `update ${table} set ${set} where organization_id = $1 and id = $2 and $3::uuid is not null and $4::timestamptz is not null`,
    values: (me, organization) => [
      organization,
      table === 'time_request' ? planning.timeRequest : planning.request,
      me,
      at,
    ],
    allowed,
  })
  return [
    insertion(
      'ask the supportive supervisor for a time',
      'time_request',
      time,
      (me) => [randomUUID(), me, supportive.id, 'SUPPORTIVE', [], [], 'OPEN', at],
      ['peer'],
    ),
    insertion(
      'ask for a time of a type that this supervisor does not give',
      'time_request',
      time,
      (me) => [randomUUID(), me, supportive.id, 'EDUCATIONAL', [], [], 'OPEN', at],
      [],
    ),
    insertion(
      'ask for a time in the name of the peer',
      'time_request',
      time,
      () => [randomUUID(), peer.id, supportive.id, 'SUPPORTIVE', [], [], 'OPEN', at],
      ['peer'],
    ),
    update(
      'answer a request for a time',
      'time_request',
      "status = 'DECLINED', answer = 'AWAY', answered_at = $4",
      ['supportive'],
    ),
    update('withdraw a request for a time', 'time_request', "status = 'WITHDRAWN'", ['peer']),
    insertion(
      'ask for more supervision',
      'supervision_request',
      request,
      (me) => [randomUUID(), me, 'OPEN', at],
      ['peer', 'colleague', ...SUPERVISORS, 'manager'],
    ),
    insertion(
      'ask for more supervision in the name of the peer',
      'supervision_request',
      request,
      () => [randomUUID(), peer.id, 'OPEN', at],
      ['peer'],
    ),
    update(
      'answer a request for supervision',
      'supervision_request',
      "status = 'ANSWERED', answer = 'NOT_NOW', answered_at = $4, answered_by = $3",
      ['manager'],
    ),
    update('withdraw a request for supervision', 'supervision_request', "status = 'WITHDRAWN'", ['peer']),
    // The foreign key then holds it to a request of one's own.
    insertion(
      'say what one wishes for',
      'supervision_request_wish',
      ['request_id', 'peer_id', 'wish', 'type'],
      (me) => [planning.request, me, 'OTHER', 'EDUCATIONAL'],
      MEMBERS,
    ),
    insertion(
      'say what the peer wishes for',
      'supervision_request_wish',
      ['request_id', 'peer_id', 'wish', 'type'],
      () => [planning.request, peer.id, 'OTHER', 'EDUCATIONAL'],
      ['peer'],
    ),
  ]
}

function attemptsOnCalendar({ cast }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const feed = ['member_id', 'token_hash', 'shows_names', 'created_at']
  const secret = () => Buffer.from(randomUUID().replaceAll('-', ''))
  return [
    insertion(
      'make an address for the own calendar',
      'calendar_feed',
      feed,
      (me) => [me, secret(), true, at],
      MEMBERS,
    ),
    insertion(
      "make an address for the peer's calendar",
      'calendar_feed',
      feed,
      () => [peer.id, secret(), true, at],
      ['peer'],
    ),
    {
      label: "revoke the address of the peer's calendar",
      table: 'calendar_feed',
      sql: 'update calendar_feed set revoked_at = $3 where organization_id = $1 and member_id = $2',
      values: (_me, organization) => [organization, peer.id, at],
      allowed: ['peer'],
    },
  ]
}
