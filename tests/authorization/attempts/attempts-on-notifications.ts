import { NOW } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from './attempt.ts'
import { MEMBERS } from '../walls-expected.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may see to a notification, and who decides how it comes: each for themselves.

export function attemptsOnNotifications({ cast, notifications }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const choice = ['member_id', 'mail', 'digest_hour', 'quiet_from', 'quiet_until']
  return [
    update(
      'mark a notification as seen',
      'notification',
      'seen_at = now()',
      'id',
      notifications.notification,
      ['peer'],
    ),
    insertion(
      'insert a notification directly',
      'notification',
      ['recipient_id', 'kind', 'key', 'created_at'],
      (me) => [me, 'FLAG_TOLD', 'forged', NOW.toISOString()],
      [],
    ),
    insertion(
      'set own notification settings',
      'notification_choice',
      choice,
      (me) => [me, 'DIGEST', 8, '21:00', '07:00'],
      MEMBERS,
    ),
    insertion(
      "set the peer's notification settings",
      'notification_choice',
      choice,
      () => [peer.id, 'DIGEST', 8, '21:00', '07:00'],
      ['peer'],
    ),
    update(
      "change the peer's notification settings",
      'notification_choice',
      "mail = 'DIGEST'",
      'member_id',
      peer.id,
      ['peer'],
    ),
  ]
}
