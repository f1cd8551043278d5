import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import type { RowPlacing } from './row-placing.ts'

/** How the peer likes Alongside. */
export async function placeOwnAccount({ place, actors }: RowPlacing): Promise<void> {
  await place('preferences', 'member_preference', { membership_id: actors.peer.id, locale: 'es' }, [
    'organization_id',
    'membership_id',
  ])
  await place('saved view', 'saved_view', {
    id: randomUUID(),
    member_id: actors.peer.id,
    name: 'Soon',
    query: 'due=30',
    position: 1,
    saved_at: NOW,
  })
  await place(
    'key of what was sent',
    'submission',
    {
      member_id: actors.peer.id,
      mutation: 'createSavedView',
      idempotency_key: randomUUID(),
      record_id: randomUUID(),
      body_hash: Buffer.alloc(32),
      sent_at: NOW,
    },
    ['organization_id', 'idempotency_key'],
  )
}
