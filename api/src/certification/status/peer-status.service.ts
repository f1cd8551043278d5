import { Standing } from '@alongside/shared/certification/status/status'
import type { RequestContext } from '../../server/request-context.ts'
import { overFreshStandings } from './current-status.ts'
import type { PeerStanding } from './peer-status.types.ts'

const PRECEDENCE = Object.values(Standing)

/** Of the peers whom the signed-in person supervises, whatever the type: the standing, and nothing that it rests on. */
export function standingsOfMyPeers(ctx: RequestContext): Promise<PeerStanding[]> {
  return overFreshStandings(ctx, () =>
    ctx.unit.run<PeerStanding>(
      `select distinct on (s.peer_id) s.peer_id as "peerId", s.standing
         from certification_standing s
        where s.organization_id = (select access.organization_id())
          and s.peer_id = any ((select access.peers_of_any_type())::uuid[])
        order by s.peer_id, array_position($1::text[], s.standing) limit 500`,
      [PRECEDENCE],
    ),
  )
}
