import { NOW } from '../../support/fixed-today.ts'
import { LAST_MONTH, type RowPlacing } from '../rows/row-placing.ts'

/** What happens on the way to the next renewal. */
export async function placeRenewals({ place, actors }: RowPlacing, certification: string): Promise<void> {
  const recorded = { peer_id: actors.peer.id, recorded_by: actors.manager.id, recorded_at: NOW }
  await place(
    'reminder of a renewal',
    'renewal_reminder',
    { certification_id: certification, reminded_on: LAST_MONTH, ...recorded },
    ['organization_id', 'certification_id', 'reminded_on'],
  )
}
