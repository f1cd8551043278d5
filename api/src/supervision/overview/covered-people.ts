import type { SelectText } from '../../database/reads-and-writes.ts'
import type { NamedPlace } from '../../people/named-place.types.ts'
import { everyPeer } from '../../people/peers/peers.service.ts'
import type { RequestContext } from '../../server/request-context.ts'

/** Somebody who can be supervised: a peer, or a supervisor or manager who holds no peer role. */
export interface CoveredPerson {
  readonly id: string
  readonly displayName: string | null
  readonly hostAgencies: readonly NamedPlace[]
  readonly fullTimeShare: number | null
  readonly isPeer: boolean
}
type StaffRow = Pick<CoveredPerson, 'id' | 'displayName' | 'hostAgencies'> & { readonly matches: boolean }

const STAFF: SelectText = /* sql */ `
  select m.id, m.display_name as "displayName",
         coalesce((select jsonb_build_array(jsonb_build_object('id', h.id, 'name', h.name)) from host_agency h
                    where h.organization_id = m.organization_id and h.id = m.host_agency_id), '[]') as "hostAgencies",
         strpos(m.folded_name, access.folded($1)) > 0 and ($2::uuid is null or m.host_agency_id = $2) is true as matches
    from membership m
   where m.organization_id = (select access.organization_id()) and m.roles && array['SUPERVISOR', 'MANAGER']
     and not 'PEER' = any (m.roles) and m.disabled_at is null
   order by m.folded_name, m.id`

/** Everybody who can be supervised, and the ids of those whom the search and the agency leave. */
export async function coveredPeople(
  ctx: RequestContext,
  search: string | null,
  hostAgencyId: string | null,
): Promise<{ people: CoveredPerson[]; found: Set<string> }> {
  const [peers, matching, staff] = await Promise.all([
    everyPeer(ctx, {}),
    everyPeer(ctx, { search, hostAgencyId }),
    ctx.unit.run<StaffRow>(STAFF, [search?.trim() ?? '', hostAgencyId]),
  ])
  const people = [
    ...peers.map(({ id, displayName, hostAgencies, fullTimeShare }) => ({
      ...{ id, displayName, hostAgencies, fullTimeShare },
      isPeer: true,
    })),
    ...staff.map(({ id, displayName, hostAgencies }) => ({
      ...{ id, displayName, hostAgencies },
      ...{ fullTimeShare: null, isPeer: false },
    })),
  ]
  const found = [...matching, ...staff.filter(({ matches }) => matches)]
  return { people, found: new Set(found.map(({ id }) => id)) }
}
