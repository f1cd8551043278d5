import type { AgreementInForce } from '@alongside/shared/drift/role-agreement/role-agreement'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { agreementsInForce } from '../role-agreement/agreement-in-force.service.ts'
import type { TaskCustomActivity, TaskFrame, TaskPlacement } from './task-request.types.ts'

// What is agreed on for a peer today. It answers on the screen before a task is sent, and is kept with the task then.

interface PeerRow {
  readonly today: string
  readonly displayName: string | null
}

/** Somebody whom one neither is, supervises nor manages is not there. */
const PEER: SelectText = /* sql */ `
  select access.today()::text as today, m.display_name as "displayName" from membership m
   where m.organization_id = (select access.organization_id()) and m.id = $1 and 'PEER' = any (m.roles)
     and (m.id = (select access.membership_id()) or m.id = any ((select access.peers_of_any_type())::uuid[])
       or (select access.has_role('MANAGER')))`

const PLACEMENTS: SelectText = /* sql */ `
  select p.id as "placementId", json_build_object('id', h.id, 'name', h.name) as "hostAgency"
    from placement p
    join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
   where p.organization_id = (select access.organization_id()) and p.peer_id = $1 and p.voided_at is null
     and p.starts_on <= (select access.today()) and (p.ends_on is null or p.ends_on >= (select access.today()))
   order by p.starts_on desc, p.id limit 20`

const CUSTOM: SelectText = /* sql */ `
  select 'custom-' || c.id as key, c.name from custom_activity c
   where c.organization_id = (select access.organization_id()) and c.name is not null and c.archived_at is null
   order by access.folded(c.name), c.id limit 50`

export interface FrameWithAgreements extends TaskFrame {
  readonly agreements: ReadonlyMap<string, AgreementInForce>
}

export async function taskFrame(ctx: RequestContext, peerId: string): Promise<FrameWithAgreements> {
  const [[peer], placements, customActivities] = await Promise.all([
    ctx.unit.run<PeerRow>(PEER, [peerId]),
    ctx.unit.run<Pick<TaskPlacement, 'placementId' | 'hostAgency'>>(PLACEMENTS, [peerId]),
    ctx.unit.run<TaskCustomActivity>(CUSTOM),
  ])
  if (!peer) throw notFound()
  const ids = placements.map(({ placementId }) => placementId)
  const agreements = await agreementsInForce(ctx, ids, peer.today)
  return {
    peer: { id: peerId, displayName: peer.displayName },
    placements: placements.map((placement) => {
      const agreement = agreements.get(placement.placementId)
      return {
        ...placement,
        agreementVersion: agreement?.version ?? null,
        agreementFrom: agreement?.from ?? null,
        lines:
          agreement?.lines.map(({ activity, answer, doneBy }) => ({ activity, says: answer, doneBy })) ?? [],
      }
    }),
    customActivities,
    agreements,
  }
}
