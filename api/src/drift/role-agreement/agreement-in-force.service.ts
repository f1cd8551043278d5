import type {
  AgreementInForce,
  AgreementLine,
  HouseRulesText,
} from '@alongside/shared/drift/role-agreement/role-agreement'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { RequestContext } from '../../server/request-context.ts'

// The role agreement of a placement on a day, for whoever may read it: what tasks and weeks are held against.

interface InForceRow extends Omit<AgreementInForce, 'lines' | 'houseRules'> {
  readonly lines: AgreementLine[]
  readonly houseRules: HouseRulesText | null
}

/** Of each placement asked for, the version in force on the day; the next one's first day ends it. */
const IN_FORCE: SelectText = /* sql */ `
  select distinct on (g.placement_id) g.id as "agreementId", g.placement_id as "placementId", g.version,
         g.in_force_from as "from", g.lines,
         (select min(n.in_force_from) - 1 from role_agreement n
           where n.organization_id = g.organization_id and n.placement_id = g.placement_id
             and n.in_force_from > g.in_force_from) as until,
         (select json_build_object('transport', h.transport, 'homeVisits', h.home_visits, 'rideAlong', h.ride_along,
                                   'outOfHours', h.out_of_hours, 'whoAsks', h.who_asks)
            from house_rules h
           where h.organization_id = g.organization_id and h.host_agency_id = p.host_agency_id
           order by h.version desc limit 1) as "houseRules"
    from role_agreement g
    join placement p on p.organization_id = g.organization_id and p.id = g.placement_id
   where g.organization_id = (select access.organization_id()) and g.placement_id = any ($1)
     and g.in_force_from <= $2::date
   order by g.placement_id, g.in_force_from desc`

/** Null where nothing was agreed on by that day, and for a placement that the reader may not know of. */
export async function agreementInForce(
  ctx: RequestContext,
  placementId: string,
  day: string,
): Promise<AgreementInForce | null> {
  return (await agreementsInForce(ctx, [placementId], day)).get(placementId) ?? null
}

/** The same for several placements, by placement. */
export async function agreementsInForce(
  ctx: RequestContext,
  placementIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, AgreementInForce>> {
  const rows = await ctx.unit.run<InForceRow>(IN_FORCE, [placementIds, day])
  return new Map(rows.map((row) => [row.placementId, row]))
}
