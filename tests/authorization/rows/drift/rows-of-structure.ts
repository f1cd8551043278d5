import { randomUUID } from 'node:crypto'
import { NOW } from '../../../support/fixed-today.ts'
import type { RowPlacing } from '../row-placing.ts'

/** A plan about the agency where the peer works. */
export async function placeStructure({ place, secret, actors, host_agency_id }: RowPlacing): Promise<void> {
  await place('structural plan about an agency', 'structural_plan', {
    id: randomUUID(),
    host_agency_id,
    concern: 'ONLY_PEER_IN_AGENCY',
    rule_version: 1,
    plan: secret('structural plan about an agency'),
    owner_id: actors.manager.id,
    due_on: '2026-09-30',
    written_by: actors.manager.id,
    written_at: NOW,
  })
}
