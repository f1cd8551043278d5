import { randomUUID } from 'node:crypto'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import type { Write } from '../../database/reads-and-writes.ts'
import { notification } from '../../notifications/notify.ts'

/** Tells the holder that something recorded of a certification was corrected or voided; each change is told of. */
export function tellHolder({
  peerId,
  certificationId,
}: {
  peerId: string
  certificationId: string
}): Write[] {
  return notification({
    recipientId: peerId,
    kind: NotificationKind.CERTIFICATION_CORRECTED,
    key: `corrected:${certificationId}:${randomUUID()}`,
    subjectId: certificationId,
  })
}
