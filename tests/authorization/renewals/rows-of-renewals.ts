import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import { LAST_MONTH, type RowPlacing } from '../rows/row-placing.ts'

/** Of one id in both organizations: an update of the twin would be a leak. */
export const SUBMISSION = '5b0e3f0e-0000-4000-8000-000000000001'

/** What happens on the way to the next renewal. */
export async function placeRenewals(
  { place, secret, actors }: RowPlacing,
  certification: string,
): Promise<void> {
  const recorded = { peer_id: actors.peer.id, recorded_by: actors.manager.id, recorded_at: NOW }
  await place(
    'reminder of a renewal',
    'renewal_reminder',
    { certification_id: certification, reminded_on: LAST_MONTH, ...recorded },
    ['organization_id', 'certification_id', 'reminded_on'],
  )
  await place('submission of a renewal', 'renewal_submission', {
    id: SUBMISSION,
    certification_id: certification,
    cycle_ends_on: TODAY,
    submitted_on: LAST_MONTH,
    receipt_number: secret('submission of a renewal'),
    ...recorded,
  })
  await place(
    'attestation of a renewal',
    'renewal_attestation',
    { certification_id: certification, cycle_ends_on: TODAY, peer_id: actors.peer.id, attested_at: NOW },
    ['organization_id', 'certification_id', 'cycle_ends_on'],
  )
  await place('confirmation that a supervisor is asked for', 'supervisor_attestation', {
    id: randomUUID(),
    certification_id: certification,
    peer_id: actors.peer.id,
    supervisor_id: actors.supportive.id,
    cycle_ends_on: TODAY,
    credential: secret('confirmation that a supervisor is asked for'),
    asked_at: NOW,
  })
  await place(
    'goal of a peer',
    'certification_goal',
    { peer_id: actors.peer.id, credential_id: 'us-oh-cprs', chosen_by: actors.manager.id, chosen_at: NOW },
    ['organization_id', 'peer_id'],
  )
  await place('cause of a lapse', 'lapse_cause', {
    id: randomUUID(),
    certification_id: certification,
    expired_on: LAST_MONTH,
    cause: 'HOURS_SHORT',
    ...recorded,
  })
  await place(
    'pause of reminders',
    'renewal_pause',
    { certification_id: certification, peer_id: actors.peer.id, paused_until: TODAY },
    ['organization_id', 'certification_id'],
  )
}
