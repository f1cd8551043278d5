import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { withCurrentStatus } from './current-status.ts'
import type { PeerCertificationStatus, PeerCertificationStatusConnection } from './peer-status.types.ts'

const PRECEDENCE = Object.values(CertificationStatus)

interface Row extends PeerCertificationStatus {
  readonly sortKey: string
  readonly total: number
}

/** Of the peers whom the signed-in person supervises, whatever the type: the status, and nothing that it rests on. */
export async function certificationStatusesOfMyPeers(
  ctx: RequestContext,
  pageArgs: PageArgs,
): Promise<PeerCertificationStatusConnection> {
  const page = pageFrom(pageArgs, ['', AN_ID])
  const [name = null, id = null] = page.after ?? []
  const rows = await withCurrentStatus(ctx, () =>
    ctx.unit.run<Row>(STATUSES, [PRECEDENCE, name, id, page.first + 1]),
  )
  const positionOf = ({ sortKey, peer }: Row) => [sortKey, peer.id]
  return connectionOf(
    rows.filter(({ peer }) => peer),
    page,
    rows[0]?.total ?? 0,
    positionOf,
  )
}

// An empty page still brings its one row with the count.
const STATUSES = /* sql */ `
  with kept as materialized (
    select distinct on (s.peer_id) s.peer_id, s.status, m.display_name, lower(m.display_name) as sort_key
      from certification_status s
      join membership m on m.organization_id = s.organization_id and m.id = s.peer_id
     where s.organization_id = (select access.organization_id())
       and s.peer_id = any ((select access.peers_of_any_type())::uuid[])
     order by s.peer_id, array_position($1::text[], s.status)),
  counted as (select count(*)::integer as total from kept)
  select counted.total, k.status, k.sort_key as "sortKey",
         case when k.peer_id is not null
              then jsonb_build_object('id', k.peer_id, 'displayName', k.display_name) end as peer
    from counted
    left join lateral (
      select * from kept
       where $2::text is null or (sort_key, peer_id) > ($2::text, $3::uuid)
       order by sort_key, peer_id limit $4) k on true
   order by k.sort_key, k.peer_id`
