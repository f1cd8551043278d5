import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import type { DemoMaking } from './demo-rows.ts'

const DAYS_BACK = 21
const DAYS_NEW = 7
const DAY_MS = 86_400_000

/** What peers were told of their sessions: the last week of it is new. No mail ever goes to a demo address. */
export function addDemoNotifications({ now, random, rows }: DemoMaking): void {
  const since = (days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString()
  for (const attendance of rows.of('session_attendance')) {
    const at = new Date(String(attendance['logged_at'])).toISOString()
    if (at < since(DAYS_BACK)) continue
    rows.add('notification', {
      organization_id: attendance['organization_id'],
      id: random.uuid(),
      recipient_id: attendance['peer_id'],
      kind: NotificationKind.SESSION_LOGGED,
      key: `session:${String(attendance['session_id'])}`,
      subject_id: attendance['session_id'],
      created_at: at,
      seen_at: at < since(DAYS_NEW) ? at : null,
      mail_due_at: 'infinity',
    })
  }
}
