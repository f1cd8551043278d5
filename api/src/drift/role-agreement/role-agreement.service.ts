import { versionInForce } from '@alongside/shared/drift/role-agreement/role-agreement'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { houseRulesOf } from '../house-rules/house-rules.service.ts'
import { FRAME_COLUMNS, FRAME_TABLES, placementFrame, type PlacementFrame } from './placement-frame.ts'
import { answersInName, canPropose, canWriteHouseRules, sideOf } from './role-agreement.policy.ts'
import type * as types from './role-agreement.types.ts'

// How far the role agreement of a placement has come, for everybody who may read it.

const MAX_EARLIER = 20

const VERSIONS: SelectText = /* sql */ `
  select g.id, g.version, g.starts_on as "startsOn", g.in_force_from as "inForceFrom", g.lines,
         json_build_object('id', g.proposed_by, 'displayName', w.display_name) as "proposedBy",
         (select coalesce(json_agg(json_build_object(
                   'side', a.side, 'onBehalfOf', a.on_behalf_of, 'acceptedAt', a.accepted_at,
                   'person', json_build_object('id', a.accepted_by, 'displayName', x.display_name))
                   order by a.side <> 'PEER', a.side), '[]')
            from role_agreement_acceptance a
            left join membership x on x.organization_id = a.organization_id and x.id = a.accepted_by
           where a.organization_id = g.organization_id and a.agreement_id = g.id) as acceptances
    from role_agreement g
    left join membership w on w.organization_id = g.organization_id and w.id = g.proposed_by
   where g.organization_id = (select access.organization_id()) and g.placement_id = $1 and g.withdrawn_at is null
   order by g.version desc limit ${MAX_EARLIER + 2}`

/** NOT_FOUND for a placement that the caller may not know of. */
export async function placementRole(ctx: RequestContext, placementId: string): Promise<types.PlacementRole> {
  const frame = await placementFrame(ctx.unit, placementId)
  const [versions, houseRules, { today }] = await Promise.all([
    ctx.unit.run<types.RoleAgreementShown>(VERSIONS, [placementId]),
    houseRulesOf(ctx.unit, frame.hostAgencyId),
    ctx.unit.actor(),
  ])
  const inForce = versionInForce(versions, today)
  const next = versions.find(({ inForceFrom }) => inForceFrom === null || inForceFrom > today) ?? null
  const { isParticipationOrdered } = frame
  return {
    ...{ placementId, isParticipationOrdered, houseRules, inForce, next },
    ...placesOf(frame),
    mySide: sideOf(frame),
    answersInName: answersInName(frame),
    canPropose: canPropose(frame),
    canWriteHouseRules: canWriteHouseRules(frame),
    earlier: versions.filter((one) => one.id !== inForce?.id && one.id !== next?.id),
  }
}

function placesOf(frame: Pick<PlacementFrame, 'peerId' | 'peerName' | 'hostAgencyId' | 'hostAgencyName'>) {
  return {
    peer: { id: frame.peerId, displayName: frame.peerName },
    hostAgency: { id: frame.hostAgencyId, name: frame.hostAgencyName },
  }
}

interface SummaryRow extends PlacementFrame {
  readonly version: number | null
  readonly inForceFrom: string | null
  readonly isProposed: boolean
  readonly acceptedSides: readonly string[]
  readonly total: number
}

const SUMMARIES: SelectText = /* sql */ `
  with listed as materialized (
    select ${FRAME_COLUMNS}, coalesce(m.display_name, '') as sort,
           g.version, g.in_force_from as "inForceFrom", o.id is not null as "isProposed",
           array(select a.side from role_agreement_acceptance a
                  where a.organization_id = p.organization_id and a.agreement_id = o.id) as "acceptedSides"
      from ${FRAME_TABLES}
      left join lateral (
        select v.version, v.in_force_from from role_agreement v
         where v.organization_id = p.organization_id and v.placement_id = p.id
           and v.in_force_from <= (select access.today())
         order by v.in_force_from desc limit 1) g on true
      left join role_agreement o on o.organization_id = p.organization_id and o.placement_id = p.id
       and o.in_force_from is null and o.withdrawn_at is null
     where p.organization_id = (select access.organization_id()) and p.voided_at is null
       and (p.ends_on is null or p.ends_on >= greatest(p.starts_on, (select access.today())))
       and ($4::uuid is null or p.peer_id = $4))
  select *, (select count(*) from listed) as total from listed
   where $2::text is null or (sort, "placementId") > ($2, $3::uuid)
   order by sort, "placementId" limit $1 + 1`

/** Placements that count today or later: one's own, of peers whom one supervises, or all for the office. */
export async function placementRoles(
  ctx: RequestContext,
  { peerId = null, ...args }: PageArgs & { readonly peerId?: string | null },
): Promise<types.PlacementRoleConnection> {
  const page = pageFrom(args, ['name', AN_ID])
  const [name = null, id = null] = page.after ?? []
  const rows = await ctx.unit.run<SummaryRow>(SUMMARIES, [page.first, name, id, peerId])
  const connection = connectionOf(rows, page, rows[0]?.total ?? 0, (row) => [
    row.peerName ?? '',
    row.placementId,
  ])
  return {
    ...connection,
    edges: connection.edges.map(({ node, cursor }) => ({ node: summaryOf(node), cursor })),
  }
}

function summaryOf(row: SummaryRow): types.PlacementRoleSummary {
  const { placementId, version, inForceFrom, isProposed, acceptedSides } = row
  const side = sideOf(row)
  const waitsForMe = isProposed && side !== null && !acceptedSides.includes(side)
  return { placementId, ...placesOf(row), version, inForceFrom, isProposed, waitsForMe }
}
