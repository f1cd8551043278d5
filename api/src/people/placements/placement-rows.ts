/** Placements and counts of caseload as rows, by peer or by id. Row-level security decides which there are. */
import { notFound } from '../../server/graphql/domain-error.ts'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { batched } from '../../server/graphql/batched.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { CaseloadCountShown, PlacementType } from './placement.types.ts'

const MAX_PLACEMENTS = 100
const MAX_COUNTS = 500

type OfPeer<Row> = Row & { readonly peerId: string }

const PLACEMENTS: SelectText = /* sql */ `
  select p.peer_id as "peerId", p.id, jsonb_build_object('id', h.id, 'name', h.name) as "hostAgency",
         p.job_title as "jobTitle", p.starts_on as "startsOn", p.full_time_share as "fullTimeShare",
         p.caseload_size as caseload, p.revision,
         case when p.voided_at is null then p.ends_on else p.ends_on_before_voiding end as "endsOn",
         p.voided_at as "voidedAt",
         case when p.voided_by is not null
              then jsonb_build_object('id', p.voided_by, 'displayName', w.display_name) end as "voidedBy",
         row_number() over (partition by p.peer_id order by p.starts_on desc, p.id) as place
    from placement p
    join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
    left join membership w on w.organization_id = p.organization_id and w.id = p.voided_by
   where p.organization_id = (select access.organization_id())`
const NOT_LEFT_OUT = '(p.ends_on is null or p.ends_on >= p.starts_on or p.voided_at is not null)'

/** Every placement of a peer that took place or was voided, the latest first. */
export const placementsOf = batched<readonly PlacementType[]>(async (ctx, peerIds) => {
  const rows = await ctx.unit.run<OfPeer<PlacementType>>(
    `select * from (${PLACEMENTS} and p.peer_id = any ($1) and ${NOT_LEFT_OUT}) placements
      where place <= ${MAX_PLACEMENTS} order by place`,
    [peerIds],
  )
  return Map.groupBy(rows, ({ peerId }) => peerId)
}, [])

/** The counts of a peer in the last two years, the oldest first. */
export const caseloadCountsOf = batched<CaseloadCountShown[]>(async (ctx, peerIds) => {
  const rows = await ctx.unit.run<OfPeer<CaseloadCountShown>>(
    `select * from (
       select c.peer_id as "peerId", c.placement_id as "placementId", c.counted_on as "countedOn", c.people,
              row_number() over (partition by c.peer_id order by c.counted_on, c.placement_id) as place
         from caseload_count c
         join placement p on p.organization_id = c.organization_id and p.id = c.placement_id
        where c.organization_id = (select access.organization_id()) and c.peer_id = any ($1)
          and c.counted_on > (select access.today()) - 731 and p.voided_at is null) counts
      where place <= ${MAX_COUNTS} order by place`,
    [peerIds],
  )
  return Map.groupBy(rows, ({ peerId }) => peerId)
}, [])

export async function placementById(ctx: RequestContext, id: string): Promise<PlacementType> {
  const [placement] = await ctx.unit.run<PlacementType>(`${PLACEMENTS} and p.id = $1`, [id])
  if (!placement) throw notFound()
  return placement
}
