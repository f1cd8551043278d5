/** A member as a row: the account's address or the last invited one, how far they have come in, in which month they were there. */
import { foldedForComparison } from '@alongside/shared/language/folded-text'
import { MemberState } from '@alongside/shared/people/members/member-state'
import { ROLES } from '@alongside/shared/people/roles'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { Member, MemberOrder, MembersFilter } from './members.types.ts'

/** A link that was made without anybody to mail it to ends as it begins, so that it counts as not open. */
const ROWS = /* sql */ `
  select m.id, m.display_name, m.folded_name, m.roles, m.revision, m.account_id is not null as has_joined,
         h.name as host_agency_name, coalesce(a.email, i.email) as email, s.last_seen_month,
         case when m.account_id is null then i.ends_at end as link_ends_at, i.mail_failure,
         case when m.disabled_at is not null then '${MemberState.DISABLED}'
              when m.account_id is not null then '${MemberState.JOINED}'
              when i.ends_at > (select access.now()) then '${MemberState.INVITED}'
              else '${MemberState.NO_OPEN_LINK}' end as state
    from membership m
    left join account a on a.id = m.account_id
    left join host_agency h on h.organization_id = m.organization_id and h.id = m.host_agency_id
    left join access.months_last_seen() s on s.membership_id = m.id
    left join lateral (
      select email, least(revoked_at, expires_at) as ends_at, mail_failure
        from invitation
       where organization_id = m.organization_id and membership_id = m.id
       order by created_at desc, revoked_at desc limit 1) i on m.account_id is null
   where m.organization_id = (select access.organization_id())`

const ORDER_KEYS: Record<MemberOrder, string> = {
  NAME: 'folded_name',
  ADDRESS: "coalesce(email, '')",
  STATE: 'state',
  LAST_SEEN: "coalesce(last_seen_month::text, '')",
}

/** What the filter asks, as the first three values of a statement. */
export const filterValues = ({ role, state, search }: MembersFilter): unknown[] => [
  role ?? null,
  state ?? null,
  search == null || search.trim() === '' ? null : foldedForComparison(search),
]
const HAS_ROLE = '($1::text is null or $1 = any (roles))'
const HAS_STATE = '($2::text is null or state = $2)'
const IS_FOUND = '($3::text is null or strpos(folded_name, $3) > 0 or strpos(access.folded(email), $3) > 0)'

export interface MemberRow extends Member {
  readonly orderKey: string
  readonly nameKey: string
}

/** Everybody whom the filter shows, in order; with a limit only those after a position (`$4`-`$6`). */
export function rowsInOrder(by: MemberOrder, descending: boolean, isPaged: boolean): SelectText {
  const [way, beyond] = descending ? ['desc', '<'] : ['asc', '>']
  const page = isPaged
    ? `where $4::text is null or (order_key, name_key, id::text) ${beyond} ($4, $5, $6)`
    : ''
  return /* sql */ `
  select id, display_name as "displayName", email, roles, state, has_joined as "hasJoined",
           host_agency_name as "hostAgencyName", last_seen_month as "lastSeenMonth", link_ends_at as "linkEndsAt",
           mail_failure as "mailProblem", revision,
           order_key as "orderKey", name_key as "nameKey"
      from (select member.*, ${ORDER_KEYS[by]} as order_key, folded_name as name_key
              from (${ROWS}) member
             where ${HAS_ROLE} and ${HAS_STATE} and ${IS_FOUND}) shown
     ${page}
     order by order_key ${way}, name_key ${way}, id::text ${way} limit ${isPaged ? '$7' : MAX_IN_A_FILE}`
}
const MAX_IN_A_FILE = 50_000

/** One row: how many the filter shows, and how many each other choice of state or role would. */
export const COUNTS: SelectText = /* sql */ `
  select count(*) filter (where ${HAS_ROLE} and ${HAS_STATE}) as total,
         ${Object.values(MemberState)
           .map((state) => `count(*) filter (where ${HAS_ROLE} and state = '${state}') as "${state}"`)
           .join(', ')},
         ${ROLES.map((role) => `count(*) filter (where ${HAS_STATE} and '${role}' = any (roles)) as "${role}"`).join(', ')}
    from (${ROWS}) member where ${IS_FOUND}`

export const ONE_MEMBER: SelectText = /* sql */ `
  select id, display_name as "displayName", email, roles, state, has_joined as "hasJoined",
         host_agency_name as "hostAgencyName", last_seen_month as "lastSeenMonth", link_ends_at as "linkEndsAt",
         mail_failure as "mailProblem", revision
    from (${ROWS} and m.id = $1) member`

/** Which of these addresses stand for somebody here: a member's own, or the last one that was invited. */
export const TAKEN_ADDRESSES = /* sql */ `
  select taken.email, m.account_id is not null as "hasJoined", m.id
    from access.members_by_email($1::text[]) taken
    join membership m on m.organization_id = (select access.organization_id()) and m.id = taken.membership_id`
