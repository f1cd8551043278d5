import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { AN_ID, type PageArgs, pageOfAll } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { withCurrentStatus } from './current-status.ts'
import type { PeerCertificationStatus, PeerCertificationStatusConnection } from './peer-status.types.ts'

const PRECEDENCE = Object.values(CertificationStatus)

/** Of the peers whom the signed-in person supervises, whatever the type: the status, and nothing that it rests on. */
export async function certificationStatusesOfMyPeers(
  ctx: RequestContext,
  page: PageArgs,
): Promise<PeerCertificationStatusConnection> {
  const rows = await withCurrentStatus(ctx, () =>
    ctx.unit.run<PeerCertificationStatus>(
      `select distinct on (s.peer_id) s.status,
              jsonb_build_object('id', s.peer_id, 'displayName', m.display_name) as peer
         from certification_status s
         join membership m on m.organization_id = s.organization_id and m.id = s.peer_id
        where s.organization_id = (select access.organization_id())
          and s.peer_id = any ((select access.peers_of_any_type())::uuid[])
        order by s.peer_id, array_position($1::text[], s.status)`,
      [PRECEDENCE],
    ),
  )
  return pageOfAll(rows, page, [AN_ID], ({ peer }) => [peer.id])
}
