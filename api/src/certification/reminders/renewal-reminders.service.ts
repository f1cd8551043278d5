import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { missingAmong, validateChosen } from '@alongside/shared/certification/bulk-acts/bulk-limits'
import { notified } from '../../notifications/notify.ts'
import { writeSql } from '../../database/reads-and-writes.ts'
import { ME, NOW, TODAY, insertFrom } from '../../database/statements.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { chosenCertifications } from '../bulk-acts/chosen-certifications.ts'
import type { AddRenewalRemindersInput, AddRenewalRemindersPayload } from '../bulk-acts/bulk-acts.types.ts'
import { RenewalReminder } from './renewal-reminder.entity.ts'

/** Tells the holders in the app that a renewal needs them. Whoever was reminded today is not told again. */
export function addRenewalReminders(
  ctx: RequestContext,
  { certificationIds }: AddRenewalRemindersInput,
): Promise<AddRenewalRemindersPayload> {
  return ctx.unit.transaction(async (tx) => {
    rejectIfInvalid(validateChosen('certificationIds', certificationIds))
    const found = await chosenCertifications(tx, certificationIds)
    rejectIfInvalid(missingAmong('certificationIds', certificationIds, new Set(found.keys())))
    const [added] = await tx.write([
      insertFrom(
        RenewalReminder,
        'from certification c where c.organization_id = access.organization_id() and c.id = any (:chosen::uuid[])',
        {
          certificationId: () => 'c.id',
          peerId: () => 'c.peer_id',
          remindedOn: TODAY,
          recordedBy: ME,
          recordedAt: NOW,
        },
        { parameters: { chosen: certificationIds }, onConflict: 'nothing', returning: ['certificationId'] },
      ),
    ])
    const ids = added.map(({ certificationId }) => certificationId)
    await tx.write([telling(ids)])
    return { remindedCount: ids.length, alreadyRemindedCount: certificationIds.length - ids.length }
  })
}

function telling(certificationIds: readonly string[]) {
  const write = writeSql(
    `select access.notify(c.peer_id, '${NotificationKind.CERTIFICATION_REMINDER}',
            concat_ws(':', 'reminder', c.id, access.today()), c.id)
       from certification c where c.organization_id = access.organization_id() and c.id = any ($1::uuid[])`,
    [certificationIds],
  )
  return { ...write, announces: notified }
}
