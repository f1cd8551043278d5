import { CertificationStatus } from '@alongside/shared/certification/status/status'
import type { RequestContext } from '../../server/request-context.ts'
import { withCurrentStatus } from './current-status.ts'
import type { PeerCertificationStatus } from './peer-status.types.ts'

const PRECEDENCE = Object.values(CertificationStatus)

/** Of the peers whom the signed-in person supervises, whatever the type: the status, and nothing that it rests on. */
export function certificationStatusesOfMyPeers(ctx: RequestContext): Promise<PeerCertificationStatus[]> {
  return withCurrentStatus(ctx, () =>
    ctx.unit.run<PeerCertificationStatus>(
      `select distinct on (s.peer_id) s.peer_id as "peerId", s.status
         from certification_status s
        where s.organization_id = (select access.organization_id())
          and s.peer_id = any ((select access.peers_of_any_type())::uuid[])
        order by s.peer_id, array_position($1::text[], s.status) limit 500`,
      [PRECEDENCE],
    ),
  )
}
