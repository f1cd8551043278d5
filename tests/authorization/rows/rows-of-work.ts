import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import type { RowPlacing } from './row-placing.ts'

/** What happens around a placement: a count, a leave; and the papers and contacts of the agency. */
export async function placeWork({ place, build, actors, organization_id, host_agency_id }: RowPlacing) {
  const { peer } = actors
  const placementId = randomUUID()
  const made = { leave: randomUUID(), contact: randomUUID(), dataSharing: randomUUID(), placementId }
  await build.insert('placement', {
    organization_id,
    id: placementId,
    peer_id: peer.id,
    host_agency_id,
    job_title: 'PEER_BRIDGER',
    starts_on: '2022-05-18',
    ends_on: '2022-06-30',
  })
  await place(
    'caseload count',
    'caseload_count',
    {
      placement_id: placementId,
      counted_on: TODAY,
      peer_id: peer.id,
      people: 24,
      entered_by: peer.id,
      entered_at: NOW,
    },
    ['organization_id', 'placement_id', 'counted_on'],
  )
  await place('leave of absence', 'leave_period', {
    id: made.leave,
    peer_id: peer.id,
    starts_on: '2026-07-01',
    ends_on: '2026-07-14',
    entered_by: peer.id,
    entered_at: NOW,
  })
  await place('contact of a host agency', 'host_agency_contact', {
    id: made.contact,
    host_agency_id,
    name: 'Records desk',
    purpose: 'Copies',
    phone: '555-0118',
  })
  await place('data-sharing agreement', 'data_sharing_agreement', {
    id: made.dataSharing,
    host_agency_id,
    reference: 'A-1',
    starts_on: '2026-01-01',
  })
  return made
}
