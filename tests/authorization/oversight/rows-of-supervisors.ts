import { randomUUID } from 'node:crypto'
import { NOW, THIS_WEEK, TODAY } from '../../support/fixed-today.ts'
import type { RowPlacing } from '../rows/row-placing.ts'

/** What a supervisor has for themselves alone: their check-in, and how they see their skills; and their time. */
export async function placeSupervisorsOwn({ place, secret, actors }: RowPlacing): Promise<void> {
  const { supportive } = actors
  await place('check-in of a supervisor', 'weekly_check_in', {
    id: randomUUID(),
    peer_id: supportive.id,
    week_start: THIS_WEEK,
    line: secret('check-in of a supervisor'),
    instrument_version: 1,
    idempotency_key: randomUUID(),
    body_hash: Buffer.alloc(32),
    submitted_at: NOW,
    as_peer: false,
  })
  await place(
    'time of a supervisor',
    'supervisor_time',
    {
      supervisor_id: supportive.id,
      starts_on: TODAY,
      full_time_share: 0.5,
      recorded_by: actors.manager.id,
      recorded_at: NOW,
    },
    ['organization_id', 'supervisor_id', 'starts_on'],
  )
  await place(
    'reflection of a supervisor on their skills',
    'supervisor_reflection',
    { member_id: supportive.id, answered_on: TODAY, ratings: { WELLNESS: 'STEADY' } },
    ['organization_id', 'member_id', 'answered_on'],
  )
}
