import { isPlainDate } from '@alongside/shared/calendar/plain-date'
import { TEAM_GROUPS, teamGroup, teamWeeks } from '@alongside/shared/supervision/overview/team-groups'
import { SUPERVISION_TYPES } from '@alongside/shared/supervision/supervision-types'
import { validateText } from '@alongside/shared/validation/validation-error'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { NamedPlace } from '../../people/named-place.types.ts'
import { AN_ID, comparePositions, type PageArgs, pageOfAll } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { relationshipsNotEnded } from '../caseload.service.ts'
import type { SupervisionRelationship } from '../supervision.types.ts'
import type { TeamConnection, TeamFilter, TeamMember } from './team.types.ts'

// The team of the signed-in supervisor, one row a person: two statements for any number of people.

const SEARCH_LIMIT = 100
const NOTHING_DUE = '9999-12-31'

interface PersonRow {
  readonly id: string
  readonly matches: boolean
  readonly hostAgencies: NamedPlace[]
  readonly heldOn: string[]
  readonly lastHeldOn: string | null
}

/** Of types that the supervisor provides to that person only; the days of the last thirteen weeks. */
const PEOPLE: SelectText = /* sql */ `
  with given as (
    select r.peer_id, array_agg(distinct r.type) as types
      from supervision_relationship r
     where r.organization_id = (select access.organization_id()) and r.supervisor_id = (select access.membership_id())
       and r.accepted_at is not null and r.starts_on <= (select access.today())
       and (r.ends_on is null or r.ends_on >= (select access.today()))
     group by r.peer_id)
  select m.id, strpos(m.folded_name, access.folded($1)) > 0 as matches,
         coalesce(work.agencies, '[]') as "hostAgencies", coalesce(held.days, '{}') as "heldOn", held.last as "lastHeldOn"
    from given
    join membership m on m.organization_id = (select access.organization_id()) and m.id = given.peer_id
    left join lateral (
      select jsonb_agg(distinct jsonb_build_object('id', h.id, 'name', h.name)) as agencies
        from placement p
        join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
       where p.organization_id = m.organization_id and p.peer_id = m.id and p.voided_at is null
         and p.starts_on <= (select access.today()) and (p.ends_on is null or p.ends_on >= (select access.today()))) work on true
    left join lateral (
      select array_agg(a.held_on::text) as days, max(a.held_on)::text as last
        from session_attendance a
        join supervision_session s on s.organization_id = a.organization_id and s.id = a.session_id
       where a.organization_id = m.organization_id and a.peer_id = m.id and a.held_on >= $2::date
         and s.status = 'HELD' and s.voided_at is null
         and exists (select from session_segment g
                      where g.organization_id = a.organization_id and g.session_id = a.session_id
                        and g.type = any (given.types))) held on true`

export async function myTeam(
  ctx: RequestContext,
  filter: TeamFilter,
  page: PageArgs,
): Promise<TeamConnection> {
  rejectIfInvalid(validateText('filter.search', filter.search, SEARCH_LIMIT))
  const { membershipId, today } = await ctx.unit.actor()
  const weeks = teamWeeks(today)
  const [people, relationships] = await Promise.all([
    ctx.unit.run<PersonRow>(PEOPLE, [filter.search?.trim() ?? '', weeks[0]]),
    relationshipsNotEnded(ctx, membershipId),
  ])
  const inForce = relationships.filter(({ accepted, startsOn }) => accepted && startsOn <= today)
  const team = people.map((person) => memberOf(person, inForce, filter, weeks, today))
  const listed = people.flatMap(({ matches }, at) => {
    const member = team[at]
    return matches && member && isAskedFor(member, filter) ? [member] : []
  })
  const shown = listed.filter(({ group }) => filter.group == null || group === filter.group)
  const ordered = [...shown].sort((one, other) => comparePositions(positionOf(one), positionOf(other)))
  const count = (group: TeamMember['group']): number => listed.filter((each) => each.group === group).length
  return {
    ...pageOfAll(ordered, page, [0, '', '', AN_ID], positionOf),
    facets: {
      overdue: count('OVERDUE'),
      next7Days: count('NEXT_7_DAYS'),
      later: count('LATER'),
      types: SUPERVISION_TYPES.filter((type) => inForce.some((each) => each.type === type)),
      hostAgencies: placesOf(people),
    },
  }
}

function memberOf(
  person: PersonRow,
  inForce: readonly SupervisionRelationship[],
  { type }: TeamFilter,
  weeks: readonly string[],
  today: string,
): TeamMember {
  const own = inForce.filter(({ peer }) => peer.id === person.id)
  const relationships = own.filter((each) => type == null || each.type === type)
  const heldOn = person.heldOn.filter(isPlainDate)
  return {
    peer: { id: person.id, displayName: own[0]?.peer.displayName ?? null },
    group: teamGroup(
      relationships.map(({ due }) => due),
      today,
    ),
    hostAgencies: byName(person.hostAgencies).slice(0, 20),
    relationships,
    lastHeldOn: person.lastHeldOn,
    weeks: weeks.map((monday, at) =>
      heldOn.some((day) => day >= monday && day < (weeks[at + 1] ?? NOTHING_DUE)),
    ),
  }
}

function isAskedFor({ relationships, hostAgencies }: TeamMember, { hostAgencyId }: TeamFilter): boolean {
  const isThere = hostAgencyId == null || hostAgencies.some(({ id }) => id === hostAgencyId.toLowerCase())
  return relationships.length > 0 && isThere
}

/** By part of the list, then by the first due day, then by name. */
function positionOf({ group, relationships, peer }: TeamMember): [number, string, string, string] {
  const days = relationships.flatMap(({ due }) => due?.dueOn ?? []).sort()
  const name = (peer.displayName ?? '').normalize('NFKD').toLowerCase()
  return [TEAM_GROUPS.indexOf(group), days[0] ?? NOTHING_DUE, name, peer.id]
}

function placesOf(people: readonly PersonRow[]): NamedPlace[] {
  const places = people.flatMap(({ hostAgencies }) => hostAgencies)
  return byName([...new Map(places.map((place) => [place.id, place])).values()]).slice(0, 500)
}

const byName = (places: readonly NamedPlace[]): NamedPlace[] =>
  [...places].sort((one, other) => (one.name < other.name ? -1 : 1))
