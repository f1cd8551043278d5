import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import type { RowPlacing } from './row-placing.ts'

/** What the peer was told of, and how they want it by mail. */
export async function placeNotifications({ place, actors }: RowPlacing): Promise<{ notification: string }> {
  const notification = randomUUID()
  await place('notification', 'notification', {
    id: notification,
    recipient_id: actors.peer.id,
    kind: 'FLAG_TOLD',
    key: 'flag',
    created_at: NOW,
  })
  await place(
    'notification settings',
    'notification_choice',
    {
      member_id: actors.peer.id,
      mail: 'NONE',
      digest_hour: 8,
      quiet_from: '21:00',
      quiet_until: '07:00',
    },
    ['organization_id', 'member_id'],
  )
  return { notification }
}
