import { ME, MY_ORGANIZATION, type MyDataPart, nameOf } from './my-data-part.ts'

const PLANNED = `p.starts_on as "startsOn", to_char(p.start_time, 'HH24:MI') as "startTime", p.minutes, p.format,
  p.modality, p.status, p.reason as "cancelledBecause"`

/** What is planned with the person, and what they asked for. Of peers whom they supervise, no name is in it. */
export const PLANNING_PARTS: readonly MyDataPart[] = [
  {
    key: 'plannedSessions',
    of: ['planned_attendance.peer_id'],
    sql: `select ${PLANNED}, (select jsonb_agg(a.type order by a.type) from planned_attendance a
                               where a.organization_id = p.organization_id and a.planned_session_id = p.id
                                 and a.peer_id = ${ME}) as type,
                 ${nameOf('p.organization_id', 'p.supervisor_id')} as supervisor
            from planned_session p
           where p.organization_id = ${MY_ORGANIZATION} and exists (
             select from planned_attendance a
              where a.organization_id = p.organization_id and a.planned_session_id = p.id and a.peer_id = ${ME})
           order by p.starts_on, p.start_time, p.id`,
  },
  {
    key: 'plannedSessionsLed',
    of: ['planned_session.supervisor_id'],
    sql: `select ${PLANNED} from planned_session p
           where p.organization_id = ${MY_ORGANIZATION} and p.supervisor_id = ${ME}
           order by p.starts_on, p.start_time, p.id`,
  },
  {
    key: 'timeRequests',
    of: ['time_request.peer_id'],
    sql: `select ${nameOf('q.organization_id', 'q.supervisor_id')} as supervisor, q.type, q.weekdays,
                 q.times_of_day as "timesOfDay", q.answer, q.asked_at as "askedAt", q.answered_at as "answeredAt"
            from time_request q where q.organization_id = ${MY_ORGANIZATION} and q.peer_id = ${ME}
           order by q.asked_at, q.id`,
  },
  {
    key: 'supervisionRequests',
    of: ['supervision_request.peer_id', 'supervision_request_wish.peer_id'],
    sql: `select w.wish, w.type, q.answer, q.asked_at as "askedAt", q.answered_at as "answeredAt"
            from supervision_request q
            left join supervision_request_wish w on w.organization_id = q.organization_id and w.request_id = q.id
           where q.organization_id = ${MY_ORGANIZATION} and q.peer_id = ${ME} order by q.asked_at, q.id`,
  },
  {
    key: 'calendarFeed',
    of: ['calendar_feed.member_id'],
    sql: `select f.created_at as "createdAt", f.shows_names as "showsNames", f.revoked_at as "revokedAt"
            from calendar_feed f where f.organization_id = ${MY_ORGANIZATION} and f.member_id = ${ME}`,
  },
]
