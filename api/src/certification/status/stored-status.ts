/** The renewals of an organization as SQL reads them: filtered, counted, ordered and paged over the kept statuses. */
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import type { SelectText } from '../../database/reads-and-writes.ts'

const PRECEDENCE = `array[${Object.values(CertificationStatus)
  .map((status) => `'${status}'`)
  .join(', ')}]`

/** Sorts after every day: what never expires, or whose expiry is not known. */
const NO_DAY = '9999-12-31'

/** Agencies of today by peer: read once for all, not once for each. */
const WORK = /* sql */ `
  select p.peer_id, array_agg(p.host_agency_id) as agency_ids
    from placement p
   where p.organization_id = (select access.organization_id())
     and p.starts_on <= (select access.today()) and (p.ends_on is null or p.ends_on >= (select access.today()))
   group by p.peer_id`

/** Each filter by name, with what it asks; `$1` … are the values of `valuesOf`. */
const CONDITIONS = {
  search: `$1::text is null or strpos(plain_name, access.folded($1)) > 0 or strpos(access.folded(coalesce(number, '')), access.folded($1)) > 0`,
  due: '$2::integer is null or days_left between 0 and $2::integer',
  state: '$3::text[] is null or state = any ($3::text[])',
  status: '$4::text[] is null or status = any ($4::text[])',
  risk: '$5::boolean is not true or at_risk',
  credential: '$6::text[] is null or credential_id = any ($6::text[])',
  peer: '$7::uuid is null or peer_id = $7::uuid',
  team: '$8::uuid is null or team_id = $8::uuid',
  agency: '$9::uuid is null or $9::uuid = any (agency_ids)',
  hours: '$10::boolean is null or hours_unknown = $10::boolean',
  verified: '$11::boolean is null or (verified_on is not null) = $11::boolean',
  chosen: '$12::uuid[] is null or id = any ($12::uuid[])',
} as const
type Filter = keyof typeof CONDITIONS

/** How many values the conditions take. */
export const FILTER_VALUES = Object.keys(CONDITIONS).length

// People who have left are not listed until they are back: their certifications are theirs to renew.
const KEPT = /* sql */ `
  select c.id, c.id::text collate "C" as id_text, c.peer_id, m.display_name as peer_name, c.credential_id, j.expires_on,
         j.expires_on - (select access.today()) as days_left,
         coalesce(j.expires_on::text, '${NO_DAY}') collate "C" as ends,
         m.folded_name collate "C" as plain_name, c.number,
         c.title, s.status, array_position(${PRECEDENCE}, s.status) as rank, j.at_risk,
         'hours-unknown' = any (j.unknown_kinds) as hours_unknown, j.credential_state as state,
         j.credential_label collate "C" as label, j.opens_on, j.send_by_on, e.team_id, team.name as team_name,
         coalesce(work.agency_ids, '{}') as agency_ids,
         (select case v.result when 'AS_RECORDED' then v.checked_on end from certification_verification v
           where v.organization_id = c.organization_id and v.certification_id = c.id and v.voided_at is null
           order by v.checked_on desc, v.recorded_at desc, v.id limit 1) as verified_on
    from certification_assessment j
    join certification_status s
      on s.organization_id = j.organization_id and s.certification_id = j.certification_id
    join certification c on c.organization_id = j.organization_id and c.id = j.certification_id
    join membership m on m.organization_id = c.organization_id and m.id = c.peer_id and m.disabled_at is null
    left join employment e on e.organization_id = c.organization_id and e.member_id = c.peer_id
    left join reporting_team team on team.organization_id = e.organization_id and team.id = e.team_id
    left join (${WORK}) work on work.peer_id = c.peer_id
   where j.organization_id = (select access.organization_id())
     and (e.leaves_on is null or e.leaves_on >= (select access.today()) or e.returns_on <= (select access.today()))`

/** `misses`: how many filters leave a row out; `misses_…`: whether this one does. */
export const RENEWALS: SelectText = /* sql */ `
  with kept as materialized (${KEPT}),
  told as materialized (
    select kept.*, ${Object.entries(CONDITIONS)
      .map(([name, asks]) => `((${asks}) is not true)::integer as misses_${name}`)
      .join(', ')}
      from kept),
  renewal as materialized (
    select told.*, ${Object.keys(CONDITIONS)
      .map((name) => `misses_${name}`)
      .join(' + ')} as misses
      from told)`

/** Rows that all filters but one would show: what a further choice of that one counts. */
const but = (filter: Filter): string => `misses - misses_${filter} = 0`

const counted = (filter: Filter, what: string, id: string, name: string, from = ''): string => /* sql */ `
  (select coalesce(jsonb_agg(each order by ${name}), '[]')
     from (select ${what}, count(*) filter (where ${but(filter)})::integer as count
             from renewal ${from} where ${id} is not null group by 1, 2) each)`

const within = (days: number): string =>
  `count(*) filter (where ${but('due')} and days_left between 0 and ${days})::integer`

/** Peers who work here and hold nothing that counts, by the filters that are about people. */
export const UNCERTIFIED: SelectText = /* sql */ `
  select m.id, m.display_name
    from membership m
    left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
    left join (${WORK}) work on work.peer_id = m.id
   where m.organization_id = (select access.organization_id()) and m.disabled_at is null and m.roles @> array['PEER']
     and (e.leaves_on is null or e.leaves_on >= (select access.today()) or e.returns_on <= (select access.today()))
     and not exists (
       select from certification c
        where c.organization_id = m.organization_id and c.peer_id = m.id and c.voided_at is null)
     and ($1::text is null or strpos(m.folded_name, access.folded($1)) > 0)
     and ($2::uuid is null or e.team_id = $2::uuid)
     and ($3::uuid is null or $3::uuid = any (work.agency_ids))`

/** The same count beside the list, whose parameters stand elsewhere. */
const uncertifiedCount = `(select count(*)::integer from (${UNCERTIFIED.replaceAll('$2', '$8').replaceAll('$3', '$9')}) peers)`

/** How many rows each choice would show, with the other filters as they are. */
export const FACETS = /* sql */ `
  (select jsonb_build_object(
     'dueWithin30', ${within(30)}, 'dueWithin60', ${within(60)}, 'dueWithin90', ${within(90)},
     'withoutCertification', ${uncertifiedCount},
     'atRisk', count(*) filter (where ${but('risk')} and at_risk)::integer,
     'hoursUnknown', count(*) filter (where ${but('hours')} and hours_unknown)::integer,
     'verified', count(*) filter (where ${but('verified')} and verified_on is not null)::integer,
     'unverified', count(*) filter (where ${but('verified')} and verified_on is null)::integer,
     'statuses', (select coalesce(jsonb_agg(each.told order by each.rank), '[]')
        from (select rank, jsonb_build_object('status', status, 'count', count(*)::integer) as told
                from renewal where ${but('status')} group by rank, status) each),
     'states', ${counted('state', 'state, state as place', 'state', 'state')},
     'credentials', ${counted('credential', 'credential_id as id, label', 'credential_id', 'label')},
     'teams', ${counted('team', 't.id, t.name', 'team_id', 'name', 'join reporting_team t on t.organization_id = (select access.organization_id()) and t.id = team_id')},
     'hostAgencies', ${counted('agency', 'h.id, h.name', 'h.id', 'name', 'join host_agency h on h.organization_id = (select access.organization_id()) and h.id = any (agency_ids)')})
   from renewal)`
