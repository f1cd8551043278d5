import type { RowPlacing } from './row-placing.ts'

/** How the peer likes Alongside. */
export async function placeOwnAccount({ place, actors }: RowPlacing): Promise<void> {
  await place('preference', 'member_preference', { membership_id: actors.peer.id, locale: 'es' }, [
    'organization_id',
    'membership_id',
  ])
}
