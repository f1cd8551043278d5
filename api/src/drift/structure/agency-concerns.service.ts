import {
  AGENCY_CONCERN_VERSION,
  agencyConcerns,
  type ConcernPlacement,
  type ConcernRelationship,
  type FoundConcern,
} from '@alongside/shared/drift/structure/agency-concerns'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { PLANS } from './structural-plan.service.ts'
import type { AgencyConcernFound, AgencyConcernFoundConnection, StructuralPlan } from './structure.types.ts'

/** What is found about agencies today, computed from what managers entered; nothing of a check-in, log or flag. */
export async function agencyConcernsFound(
  ctx: RequestContext,
  args: PageArgs,
): Promise<AgencyConcernFoundConnection> {
  const page = pageFrom(args, ['name', 'id', 'concern'])
  const [{ today }, placements, relationships, agencies, plans] = await Promise.all([
    ctx.unit.actor(),
    ctx.unit.run<ConcernPlacement>(PLACEMENTS),
    ctx.unit.run<ConcernRelationship>(RELATIONSHIPS),
    ctx.unit.run<{ id: string; name: string }>(
      'select id, name from host_agency where organization_id = (select access.organization_id())',
    ),
    ctx.unit.run<StructuralPlan>(LAST_PLANS),
  ])
  const found = agencyConcerns(placements, relationships, today)
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  const rows = [...found.map((each) => asFound(each, plans)), ...plans.flatMap((plan) => leftOf(plan, found))]
    .map((row) => ({ ...row, hostAgencyName: names.get(row.hostAgencyId) ?? '' }))
    .sort((one, other) => compare(placeOf(one), placeOf(other)))
  const after = page.after
  const rest = after ? rows.filter((row) => compare(placeOf(row), after) > 0) : rows
  return connectionOf(rest.slice(0, page.first + 1), page, rows.length, placeOf)
}

type Unnamed = Omit<AgencyConcernFound, 'hostAgencyName'>

function asFound({ hostAgencyId, concern }: FoundConcern, plans: readonly StructuralPlan[]): Unnamed {
  const plan = plans.find((each) => each.hostAgencyId === hostAgencyId && each.concern === concern) ?? null
  return { hostAgencyId, concern, ruleVersion: AGENCY_CONCERN_VERSION, isPresent: true, plan }
}

/** An open plan outlives what it was about: somebody has to say what came of it. */
function leftOf(plan: StructuralPlan, found: readonly FoundConcern[]): Unnamed[] {
  const { hostAgencyId, concern } = plan
  const isFound = found.some((each) => each.hostAgencyId === hostAgencyId && each.concern === concern)
  if (isFound || plan.endedOn !== null) return []
  return [{ hostAgencyId, concern, ruleVersion: AGENCY_CONCERN_VERSION, isPresent: false, plan }]
}

const placeOf = ({ hostAgencyName, hostAgencyId, concern }: AgencyConcernFound) => [
  hostAgencyName,
  hostAgencyId,
  concern,
]

function compare(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  if (at < 0) return 0
  return String(one[at]) < String(other[at]) ? -1 : 1
}

const PLACEMENTS = `
  select p.id, p.host_agency_id as "hostAgencyId", p.peer_id as "peerId",
         p.is_participation_ordered as "participationIsOrdered", m.joined_on as since
    from placement p
    join membership m on m.organization_id = p.organization_id and m.id = p.peer_id
   where p.organization_id = (select access.organization_id()) and p.voided_at is null
     and p.starts_on <= (select access.today())
     and (p.ends_on is null or p.ends_on >= (select access.today()))`
const RELATIONSHIPS = `
  select r.id, r.peer_id as "peerId", r.type, r.ends_on as "endedOn",
         case when r.accepted_at is null then null else r.starts_on end as "startedOn"
    from supervision_relationship r where r.organization_id = (select access.organization_id())`
/** Of each agency and concern the open plan, else the latest. */
const LAST_PLANS = `
  select distinct on (listed."hostAgencyId", listed.concern) listed.* from (${PLANS}) listed
   order by listed."hostAgencyId", listed.concern, listed."endedOn" desc nulls first, listed."writtenOn" desc`
