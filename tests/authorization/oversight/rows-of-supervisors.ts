import { randomUUID } from 'node:crypto'
import { NOW, THIS_WEEK, TODAY } from '../../support/fixed-today.ts'
import { BEFORE_THE_RESET, RESET_AT, type RowPlacing } from '../rows/row-placing.ts'

/** What a supervisor has for themselves alone: their check-in, and how they see their skills; and their time. */
export async function placeSupervisorsOwn(placing: RowPlacing): Promise<void> {
  const { place, secret, actors } = placing
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
  const reflection = (label: string, answered_on: string, saved_at: Date | string) =>
    place(
      label,
      'supervisor_reflection',
      { member_id: supportive.id, answered_on, ratings: { WELLNESS: 'STEADY' }, saved_at },
      ['organization_id', 'member_id', 'answered_on'],
    )
  await reflection('reflection of a supervisor on their skills', TODAY, NOW)
  await placing.build.insert('check_in_lock', { account_id: supportive.accountId, locked_before: RESET_AT })
  await reflection('reflection of a supervisor from before a password reset', '2025-05-30', BEFORE_THE_RESET)
}
