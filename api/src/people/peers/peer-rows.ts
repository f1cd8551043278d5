/** Peers as SQL reads them: one row each, with where they work today. Walls and index come from each table's own. */
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { USUAL_CASELOAD } from '@alongside/shared/people/placements/caseload'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { Peer, PeerCertification } from './peer.types.ts'

export type PeerRow = Omit<Peer, 'team' | 'work' | 'certification'> & {
  readonly certification?: PeerCertification | null
  readonly teamId: string | null
  readonly teamName: string | null
  readonly sortKey: string
}

/** Placements of today by peer: read once for all, not once for each. */
const WORK = /* sql */ `
  select p.peer_id, sum(p.full_time_share) as share, sum(p.caseload_size) as caseload,
         array_agg(distinct p.job_title order by p.job_title) as titles,
         array_agg(p.host_agency_id) as agency_ids,
         jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name) order by h.name) as agencies
    from placement p
    join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
   where p.organization_id = (select access.organization_id())
     and p.starts_on <= (select access.today()) and (p.ends_on is null or p.ends_on >= (select access.today()))
   group by p.peer_id`

const AWAY = /* sql */ `
  select l.peer_id, bool_or(l.ends_on is null) as open, max(l.ends_on) as until
    from leave_period l
   where l.organization_id = (select access.organization_id()) and l.removed_at is null
     and l.starts_on <= (select access.today()) and (l.ends_on is null or l.ends_on >= (select access.today()))
   group by l.peer_id`

/** Whoever is back after leaving has no last day any more. */
const EMPLOYMENT = /* sql */ `
  select organization_id, member_id, team_id, revision, returns_on,
         case when returns_on <= (select access.today()) then null else leaves_on end as leaves_on
    from employment`

const PRECEDENCE = `array[${Object.values(CertificationStatus)
  .map((status) => `'${status}'`)
  .join(', ')}]`

/** The most pressing status of each peer and the next expiry; where every one has passed, the latest. */
const CERTIFIED = /* sql */ `
  select s.peer_id, count(*)::integer as count, min(array_position(${PRECEDENCE}, s.status)) as rank,
         coalesce(min(j.expires_on) filter (where j.expires_on >= (select access.today())), max(j.expires_on)) as expires_on,
         bool_or('expiry-unknown' = any (j.unknown_kinds)) as expiry_unknown
    from certification_status s
    join certification_assessment j
      on j.organization_id = s.organization_id and j.certification_id = s.certification_id
   where s.organization_id = (select access.organization_id())
   group by s.peer_id`

/** Peers with the status of their certifications, for the list alone: one peer's own page shows each of them. */
const withStatus = (peers: string): SelectText => /* sql */ `
  select peer.*, certified.rank, certified.expires_on,
         case when certified.peer_id is not null then jsonb_build_object(
           'status', (${PRECEDENCE})[certified.rank], 'expiresOn', certified.expires_on,
           'isExpiryUnknown', certified.expiry_unknown, 'count', certified.count)
         end as certification
    from (${peers}) peer
    left join (${CERTIFIED}) certified on certified.peer_id = peer.id`

export const PEERS = /* sql */ `
  select m.id, m.display_name, m.joined_on, e.team_id, t.name as team_name, e.leaves_on, e.returns_on,
         coalesce(e.revision, 0) as revision, work.share, work.caseload,
         coalesce(work.titles, '{}') as titles, coalesce(work.agency_ids, '{}') as agency_ids,
         coalesce(work.agencies, '[]') as agencies,
         case when m.disabled_at is not null or e.leaves_on < (select access.today()) then 'LEFT'
              when m.account_id is null then 'NOT_JOINED'
              when away.peer_id is not null then 'ON_LEAVE'
              when e.leaves_on is not null then 'LEAVING'
              else 'CURRENT' end as state,
         case when e.leaves_on < (select access.today()) or away.peer_id is null then e.leaves_on
              when not away.open then away.until end as state_until,
         m.folded_name
    from membership m
    left join (${EMPLOYMENT}) e on e.organization_id = m.organization_id and e.member_id = m.id
    left join reporting_team t on t.organization_id = e.organization_id and t.id = e.team_id
    left join (${WORK}) work on work.peer_id = m.id
    left join (${AWAY}) away on away.peer_id = m.id
   where m.organization_id = (select access.organization_id()) and 'PEER' = any (m.roles)`

export const PEER_COLUMNS = /* sql */ `
  p.id, p.display_name as "displayName", p.joined_on as "joinedOn", p.state, p.state_until as "stateUntil",
  p.returns_on as "returnsOn", p.titles as "jobTitles", p.agencies as "hostAgencies", p.team_id as "teamId", p.team_name as "teamName",
  p.share as "fullTimeShare", p.caseload, p.leaves_on as "leavesOn", p.revision`

const CHOSEN = /* sql */ `
  ($1::text is null or strpos(p.folded_name, access.folded($1)) > 0)
  and ($2::uuid is null or $2 = any (p.agency_ids))
  and ($3::uuid is null or p.team_id = $3)
  and ($4::text is null or $4 = any (p.titles))`
/** How the most pressing certification stands; only rows with a status can be narrowed by it. */
const CERTIFIED_AS = `
  ($7::text is null or p.certification ->> 'status' = $7)
  and ($8::boolean is null or (p.certification is not null) = $8::boolean)`
const IN_STATE = "case when $5::text is null then p.state <> 'LEFT' else p.state = $5 end"
const IS_ABOVE = `p.caseload > ${USUAL_CASELOAD.to}`
const ABOVE_IF_ASKED = `($6::boolean is not true or ${IS_ABOVE})`

/** The conditions of a filter; its values are $1 to $8. */
const FILTER = `${CHOSEN} and ${IN_STATE} and ${ABOVE_IF_ASKED}`

const counted = (condition: string): string => `count(*) filter (where ${condition})::integer`

const NOT_NARROWED = '$7::text is null and $8::boolean is null'

/** The rows of a list; the statuses are read only where something asks for them. */
export interface PeerList {
  readonly peers: SelectText
  readonly columns: string
  readonly filter: string
  readonly facets: SelectText
}
export const peerList = (isWithStatus: boolean): PeerList => (isWithStatus ? WITH_STATUS : PLAIN)

const facetsOf = (peers: string, chosen: string): SelectText => /* sql */ `
  select ${counted(`p.state = 'ON_LEAVE' and ${ABOVE_IF_ASKED}`)} as "onLeave",
         ${counted(`p.state = 'LEAVING' and ${ABOVE_IF_ASKED}`)} as leaving,
         ${counted(`p.state = 'NOT_JOINED' and ${ABOVE_IF_ASKED}`)} as "notJoined",
         ${counted(`p.state = 'LEFT' and ${ABOVE_IF_ASKED}`)} as "left",
         ${counted(`${IN_STATE} and ${IS_ABOVE}`)} as "aboveUsualCaseload"
    from (${peers}) p where ${chosen}`

const PLAIN: PeerList = {
  peers: PEERS,
  columns: PEER_COLUMNS,
  filter: `${FILTER} and ${NOT_NARROWED}`,
  facets: facetsOf(PEERS, `${CHOSEN} and ${NOT_NARROWED}`),
}
const WITH_STATUS: PeerList = {
  peers: withStatus(PEERS),
  columns: `${PEER_COLUMNS}, p.certification`,
  filter: `${FILTER} and ${CERTIFIED_AS}`,
  facets: facetsOf(withStatus(PEERS), `${CHOSEN} and ${CERTIFIED_AS}`),
}

export function peerOf<Row extends PeerRow>({ teamId, teamName, ...row }: Row) {
  return { ...row, team: teamId === null ? null : { id: teamId, name: teamName ?? '' } }
}
