import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { Role } from '@alongside/shared/people/roles'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { notification } from '../../notifications/notify.ts'
import type { Person } from '../../people/person.types.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { RequestServiceHoursInput, RequestServiceHoursPayload } from './service-hours-requests.types.ts'

// Managers record service hours. A peer who is short of them sees who does it, and asks with one press.

/** The manager who recorded hours for the peer last; else the first by name. */
export async function serviceHoursRecorder(ctx: RequestContext): Promise<Person | null> {
  const [recorder] = await ctx.unit.run<Person>(RECORDER)
  return recorder ?? null
}

const RECORDER: SelectText = /* sql */ `
  select m.id, m.display_name as "displayName"
    from membership m
    left join lateral (
      select max(h.recorded_at) as at from service_hours h
       where h.organization_id = m.organization_id and h.peer_id = (select access.membership_id())
         and h.recorded_by = m.id and h.voided_at is null) recorded on true
   where m.organization_id = (select access.organization_id()) and m.disabled_at is null
     and m.roles @> array['${Role.MANAGER}'] and m.id <> (select access.membership_id())
   order by recorded.at desc nulls last, access.folded(m.display_name), m.id limit 1`

/** One notification; a second one on the same day is none. */
export function requestServiceHours(
  ctx: RequestContext,
  { certificationId }: RequestServiceHoursInput,
): Promise<RequestServiceHoursPayload> {
  return ctx.unit.transaction(async (tx) => {
    const [[own], [asked]] = await Promise.all([
      tx.run(
        `select 1 from certification
          where organization_id = (select access.organization_id()) and id = $1 and voided_at is null
            and peer_id = (select access.membership_id())`,
        [certificationId],
      ),
      tx.run<Person>(RECORDER),
    ])
    if (!own || !asked) throw notFound()
    const { membershipId, today: askedOn } = tx.actor
    await tx.write(
      notification({
        recipientId: asked.id,
        kind: NotificationKind.SERVICE_HOURS_REQUESTED,
        key: `service-hours:${membershipId}:${askedOn}`,
        subjectId: certificationId,
      }),
    )
    return { asked, askedOn }
  })
}
