import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import type { RowPlacing } from '../rows/row-placing.ts'

/** A session that is planned, what the peer asked for, and the address of their calendar. */
export async function placePlanning({ place, actors }: RowPlacing) {
  const { peer, educational, supportive } = actors
  const [planned, timeRequest, request] = [randomUUID(), randomUUID(), randomUUID()]
  const peer_id = peer.id
  await place('planned session', 'planned_session', {
    ...{
      id: planned,
      supervisor_id: educational.id,
      starts_on: '2026-06-24',
      start_time: '14:00',
      minutes: 45,
    },
    ...{ format: 'INDIVIDUAL', modality: 'VIDEO', status: 'SCHEDULED' },
    ...{ planned_by: educational.id, planned_at: NOW, changed_by: educational.id, changed_at: NOW },
  })
  await place(
    'attendance of a planned session',
    'planned_attendance',
    { planned_session_id: planned, peer_id, type: 'EDUCATIONAL', supervisor_id: educational.id },
    ['organization_id', 'planned_session_id', 'peer_id', 'type'],
  )
  await place('request for a time', 'time_request', {
    ...{ id: timeRequest, peer_id, supervisor_id: supportive.id, type: 'SUPPORTIVE' },
    ...{ weekdays: ['MONDAY'], times_of_day: [], status: 'OPEN', asked_at: NOW },
  })
  await place('request for supervision', 'supervision_request', {
    ...{ id: request, peer_id, status: 'OPEN', asked_at: NOW },
  })
  await place(
    'wish of a request for supervision',
    'supervision_request_wish',
    { request_id: request, peer_id, wish: 'MORE', type: 'SUPPORTIVE' },
    ['organization_id', 'request_id'],
  )
  // The twin in the other organization has an address of its own.
  await place(
    'address of a calendar',
    'calendar_feed',
    {
      ...{ member_id: peer_id, token_hash: Buffer.from(randomUUID().replaceAll('-', '')) },
      ...{ shows_names: false, created_at: NOW },
    },
    ['organization_id', 'member_id'],
  )
  return { planned, timeRequest, request }
}
