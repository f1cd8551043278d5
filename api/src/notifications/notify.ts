import { channel } from 'node:diagnostics_channel'
import type { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { type Write, writeSql } from '../database/reads-and-writes.ts'

/** Published to once a notification is committed, without a word about it, so that the email job runs early. */
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

/**
 * Tells members that there is something new. The statement belongs into the write of the change, so that both take place
 * or neither does. There is no statement if there is nobody to tell.
 */
export function notification({ recipientId, kind, key, subjectId = null, among }: News): Write[] {
  const recipients = typeof recipientId === 'string' ? [recipientId] : recipientId
  if (recipients.length === 0) return []
  const those = among ? ` where told.id = any (${among})` : ''
  const telling = writeSql(
    `select access.notify(told.id, $2, $3, $4) from unnest($1::uuid[]) told (id)${those}`,
    [recipients, kind, key, subjectId],
  )
  return [{ ...telling, announces: notified }]
}
