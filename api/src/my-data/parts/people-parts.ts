import { columnsOf } from '../../database/statements.ts'
import { LeavePeriod } from '../../people/employment/leave-period.entity.ts'
import { ME, MY_ORGANIZATION, type MyDataPart, nameOf } from './my-data-part.ts'

/** Who the person is here, how they work, where they are signed in. */
export const PEOPLE_PARTS: readonly MyDataPart[] = [
  {
    key: 'profile',
    of: ['employment.member_id'],
    sql: `select m.display_name as name, a.email, o.name as organization, m.roles, m.joined_on as "joinedOn",
                 t.name as team, h.name as "hostAgency", e.leaves_on as "leavesOn", e.returns_on as "returnsOn"
            from membership m
            join organization o on o.id = m.organization_id
            left join account a on a.id = m.account_id
            left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
            left join reporting_team t on t.organization_id = e.organization_id and t.id = e.team_id
            left join host_agency h on h.organization_id = m.organization_id and h.id = m.host_agency_id
           where m.organization_id = ${MY_ORGANIZATION} and m.id = ${ME}`,
  },
  {
    key: 'preferences',
    of: ['member_preference.membership_id'],
    sql: `select locale as language, theme, time_zone as "timeZone" from member_preference
           where organization_id = ${MY_ORGANIZATION} and membership_id = ${ME}`,
  },
  {
    key: 'savedViews',
    of: ['saved_view.member_id'],
    sql: `select name, query as "savedFilters", removed_at as "removedAt" from saved_view
           where organization_id = ${MY_ORGANIZATION} and member_id = ${ME} order by saved_at, id`,
  },
  {
    key: 'devices',
    of: ['sign_in_session.membership_id'],
    sql: `select last_seen_at as "lastUsedAt", organization_name as organization, user_agent as "browser",
                 last_address as address, created_at as "signedInAt"
            from access.own_sessions(null)`,
  },
  {
    key: 'placements',
    of: ['placement.peer_id'],
    sql: `select p.starts_on as "startsOn", p.voided_at as "withdrawnAt",
                 case when p.voided_at is null then p.ends_on else p.ends_on_before_voiding end as "endsOn", h.name as "hostAgency", p.job_title as "jobTitle",
                 p.full_time_share as "fullTimeShare", p.caseload_size as caseload
            from placement p
            left join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
           where p.organization_id = ${MY_ORGANIZATION} and p.peer_id = ${ME}
           order by p.starts_on, p.id`,
  },
  {
    key: 'caseloadCounts',
    of: ['caseload_count.peer_id'],
    sql: `select c.counted_on as "countedOn", c.people, ${nameOf('c.organization_id', 'c.entered_by')} as "enteredBy"
            from caseload_count c
           where c.organization_id = ${MY_ORGANIZATION} and c.peer_id = ${ME}
           order by c.counted_on, c.placement_id`,
  },
  {
    key: 'leave',
    of: ['leave_period.peer_id'],
    sql: `select ${columnsOf(LeavePeriod, '', ['startsOn', 'endsOn', 'removedAt'])} from leave_period
           where organization_id = ${MY_ORGANIZATION} and peer_id = ${ME} order by starts_on, id`,
  },
]
