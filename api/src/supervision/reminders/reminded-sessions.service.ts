import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { ASKED_FOR_DAYS } from '@alongside/shared/supervision/signing/sign-off'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { NotificationOfMine } from '../../notifications/notifications.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { DUE_IN_WEEK_OF } from '../caseload.service.ts'
import type { RemindedSession } from './reminded-session.types.ts'

// Which sessions a notification is about. It is read as its reader, when it is read: what they may not see, or what is
// done by now, is not there. A reminder is about the day or the week, on the organization's clock, on which it was made.

const MOST = 10
const MOST_PEOPLE = 12
const ME = '(select access.membership_id())'
const PEOPLE = (of: string, attendance: string, session: string): string => /* sql */ `
  (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'displayName', m.display_name) order by m.folded_name, m.id), '[]')
     from (select m.* from membership m
            where m.organization_id = ${of}.organization_id and case when ${of}.supervisor_id = ${ME}
              then exists (select from ${attendance} a where a.organization_id = m.organization_id
                              and a.${session} = ${of}.id and a.peer_id = m.id)
              else m.id = ${of}.supervisor_id end
            order by m.folded_name, m.id limit ${MOST_PEOPLE}) m) as people`

/** One of one's own by id, those of the day after, or those that nobody answered for two weeks. */
const PLANNED: SelectText = /* sql */ `
  select p.id, p.starts_on::text as "on", to_char(p.start_time, 'HH24:MI') as time,
         ${PEOPLE('p', 'planned_attendance', 'planned_session_id')},
         (select coalesce(array_agg(distinct a.type), '{}') from planned_attendance a
           where a.organization_id = p.organization_id and a.planned_session_id = p.id) as types
    from planned_session p
    join organization o on o.id = p.organization_id
   where p.organization_id = (select access.organization_id())
     and (p.supervisor_id = ${ME} or exists (
       select from planned_attendance a where a.organization_id = p.organization_id and a.planned_session_id = p.id
          and a.peer_id = ${ME} and a.withdrawn_at is null))
     and case when $1::uuid is not null then p.id = $1
              when $2::timestamptz is not null then p.status = 'SCHEDULED'
                and p.starts_on = ($2 at time zone o.time_zone)::date + 1
              else p.supervisor_id = ${ME} and p.status = 'SCHEDULED'
                and p.starts_on <= (select access.today()) - 14 end
   order by p.starts_on, p.start_time, p.id limit ${MOST}`

/** One by id, or those of one's own that lacked one's own signature for a week by then, and do today. */
const HELD: SelectText = /* sql */ `
  select s.id, s.held_on::text as "on", null as time, ${PEOPLE('s', 'session_attendance', 'session_id')},
         (select coalesce(array_agg(distinct g.type), '{}') from session_segment g
           where g.organization_id = s.organization_id and g.session_id = s.id) as types
    from supervision_session s
    join organization o on o.id = s.organization_id
   where s.organization_id = (select access.organization_id()) and s.voided_at is null
     and (s.supervisor_id = ${ME} or exists (
       select from session_attendance a where a.organization_id = s.organization_id and a.session_id = s.id
          and a.peer_id = ${ME}))
     and case when $1::uuid is not null then s.id = $1
              else s.status = 'HELD' and s.held_on > (select access.today()) - ${ASKED_FOR_DAYS}
                and (s.logged_at at time zone o.time_zone)::date <= ($2::timestamptz at time zone o.time_zone)::date - 7
                and not exists (
                select from session_signature x where x.organization_id = s.organization_id and x.session_id = s.id
                   and x.signer_id = ${ME}) end
   order by s.held_on, s.id limit ${MOST}`

type Which = readonly [of: SelectText, values: readonly unknown[]]

function whichOf({ kind, createdAt, subjectId }: NotificationOfMine): Which | null {
  switch (kind) {
    case NotificationKind.SESSION_TOMORROW:
      return [PLANNED, [null, createdAt]]
    case NotificationKind.SESSION_UNANSWERED:
      return [PLANNED, [null, null]]
    case NotificationKind.SUPERVISION_DUE:
      return [DUE_IN_WEEK_OF, [createdAt, MOST]]
    case NotificationKind.SIGNATURES_WAIT:
      return [HELD, [null, createdAt]]
    case NotificationKind.SESSION_PLANNED:
    case NotificationKind.SESSION_MOVED:
    case NotificationKind.SESSION_CANCELLED:
      return subjectId === null ? null : [PLANNED, [subjectId, null]]
    case NotificationKind.SESSION_LOGGED:
    case NotificationKind.SESSION_CORRECTED:
    case NotificationKind.SESSION_COMMENTED:
      return subjectId === null ? null : [HELD, [subjectId, null]]
    default:
      return null
  }
}

export async function remindedSessions(
  ctx: RequestContext,
  notification: NotificationOfMine,
): Promise<RemindedSession[]> {
  const which = whichOf(notification)
  return which === null ? [] : ctx.unit.run<RemindedSession>(which[0], [...which[1]])
}
