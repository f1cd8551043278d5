import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import { SUPERVISORS } from '../walls-expected.ts'
import type { WallsWorld } from '../walls-world.ts'
import { type Attempt, insertion, update } from '../attempts/attempt.ts'

const CHECK_IN = [
  'id',
  'peer_id',
  'week_start',
  'week_felt',
  'instrument_version',
  'idempotency_key',
  'body_hash',
  'submitted_at',
  'as_peer',
]
const AGAIN = ['2026-06-08', 3, 1, randomUUID(), Buffer.alloc(32), NOW.toISOString()] as const
const REFLECTION = ['member_id', 'answered_on', 'ratings', 'saved_at']
const STEADY = [{ WELLNESS: 'STEADY' }, NOW.toISOString()] as const

// What only a supervisor writes about themselves; nobody can pass for a peer in it.

export function attemptsOnSupervisorsOwn({ cast }: WallsWorld): Attempt[] {
  const { supportive } = cast.actors
  const checkIn = (label: string, asPeer: boolean, allowed: Attempt['allowed']) =>
    insertion(label, 'weekly_check_in', CHECK_IN, (me) => [randomUUID(), me, ...AGAIN, asPeer], allowed)
  const time = (label: string, startsOn: string, allowed: Attempt['allowed']) =>
    insertion(
      label,
      'supervisor_time',
      ['supervisor_id', 'starts_on', 'full_time_share', 'recorded_by', 'recorded_at'],
      (me) => [supportive.id, startsOn, 0.4, me, NOW.toISOString()],
      allowed,
    )
  return [
    time('record the time of a supervisor', '2026-06-01', ['manager']),
    time('record the time of a supervisor for a day to come', '2026-06-18', []),
    update(
      'change the time of a supervisor',
      'supervisor_time',
      'full_time_share = 0.3',
      'supervisor_id',
      supportive.id,
      ['manager'],
    ),
    checkIn('check in as a supervisor', false, SUPERVISORS),
    insertion(
      'check in for a supervisor',
      'weekly_check_in',
      CHECK_IN,
      () => [randomUUID(), supportive.id, ...AGAIN, false],
      ['supportive'],
    ),
    insertion(
      'reflect on own skills',
      'supervisor_reflection',
      REFLECTION,
      (me) => [me, TODAY, ...STEADY],
      SUPERVISORS,
    ),
    insertion(
      'reflect on the skills of a supervisor',
      'supervisor_reflection',
      REFLECTION,
      () => [supportive.id, TODAY, ...STEADY],
      ['supportive'],
    ),
    insertion(
      'reflect on own skills on a past day',
      'supervisor_reflection',
      REFLECTION,
      (me) => [me, '2026-06-16', ...STEADY],
      [],
    ),
    {
      label: 'change all reflections that one finds (only one supervisor has any)',
      table: 'supervisor_reflection',
      sql: "update supervisor_reflection set ratings = '{}' where $1::uuid = (select access.organization_id())",
      values: (_me, organizationId) => [organizationId],
      allowed: ['supportive'],
    },
  ]
}
