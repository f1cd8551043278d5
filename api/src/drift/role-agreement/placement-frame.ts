/** The placement that an agreement is about, and what the caller has to do with it. Row-level security decides whether it is there. */
import type { SelectText } from '../../database/reads-and-writes.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { Row } from '../../database/statement-batch.ts'
import type { Concern } from './role-agreement.policy.ts'

export interface PlacementFrame extends Concern, Row {
  readonly placementId: string
  readonly peerId: string
  readonly peerName: string | null
  readonly hostAgencyId: string
  readonly hostAgencyName: string
  readonly startsOn: string
  readonly endsOn: string | null
  readonly isParticipationOrdered: boolean | null
}

export const FRAME_COLUMNS = /* sql */ `
  p.id as "placementId", p.peer_id as "peerId", m.display_name as "peerName", p.host_agency_id as "hostAgencyId",
  h.name as "hostAgencyName", p.starts_on as "startsOn", p.ends_on as "endsOn",
  p.is_participation_ordered as "isParticipationOrdered",
  p.peer_id = (select access.membership_id()) as "isPeer",
  (select access.is_host_agency_staff()) as "isStaff",
  coalesce(me.host_agency_id = p.host_agency_id, false) as "isOwnStaff",
  p.peer_id = any ((select access.peers_of_any_type())::uuid[]) as "isSupervisor",
  (select access.has_role('MANAGER')) as "isManager"`
export const FRAME_TABLES = /* sql */ `
  placement p
  join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
  left join membership m on m.organization_id = p.organization_id and m.id = p.peer_id
  left join membership me on me.organization_id = p.organization_id and me.id = (select access.membership_id())`
const FRAME: SelectText = /* sql */ `
  select ${FRAME_COLUMNS} from ${FRAME_TABLES}
   where p.organization_id = (select access.organization_id()) and p.voided_at is null and p.id = $1`

interface Reader {
  run<Found extends Row>(text: SelectText, values: readonly unknown[]): Promise<Found[]>
}

export async function placementFrame(reader: Reader, placementId: string): Promise<PlacementFrame> {
  const [found] = await reader.run<PlacementFrame>(FRAME, [placementId])
  if (!found) throw notFound()
  return found
}
