import { channel } from 'node:diagnostics_channel'
import type { NotificationKind } from '@alongside/shared/notifications/notification-kinds'

/** Told after each notification is kept, with no word about it: the mail job looks sooner than its next minute. */
export const notified = channel('alongside.notified')

export interface News {
  /** One member of the caller's organization, or several. */
  readonly recipientId: string | readonly string[]
  readonly kind: NotificationKind
  /** Once per recipient and key: what happened, such as `session:<id>`. */
  readonly key: string
  readonly subjectId?: string | null
  /** An SQL array of members, where only the database knows whom the caller may tell: others are not told. */
  readonly among?: string
}

type Run = (text: string, values: readonly unknown[]) => Promise<unknown>

/**
 * Tells members that there is something new. To be called in the same tick as the change: the notification leaves in
 * its write and takes place with it or not at all.
 */
export async function notify(
  run: Run,
  { recipientId, kind, key, subjectId = null, among }: News,
): Promise<void> {
  const recipients = typeof recipientId === 'string' ? [recipientId] : recipientId
  if (recipients.length === 0) return
  const those = among ? ` where told.id = any (${among})` : ''
  await run(`select access.notify(told.id, $2, $3, $4) from unnest($1::uuid[]) told (id)${those}`, [
    recipients,
    kind,
    key,
    subjectId,
  ])
  notified.publish(null)
}
