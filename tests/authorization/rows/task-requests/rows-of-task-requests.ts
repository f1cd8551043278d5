import { randomUUID } from 'node:crypto'
import { NOW } from '../../../support/fixed-today.ts'
import { EARLIER, LAST_MONTH, type RowPlacing } from '../row-placing.ts'

/** Before the day on which supervision of the peer began. */
const LONG_BEFORE = '2023-06-01T12:00:00Z'

/** What a peer was asked to do and what they answered, by who may know of it; and the text of their job. */
export async function placeTaskRequests({
  place,
  build,
  secret,
  actors,
  organization_id,
  host_agency_id,
}: RowPlacing) {
  const { peer, administrative, manager } = actors
  const made = { open: randomUUID(), placementId: randomUUID() }
  const request = async (label: string, recorder: { id: string }, asker: string, asked_at: Date | string) => {
    const id = label.endsWith('not answered') ? made.open : randomUUID()
    await place(label, 'task_request', {
      ...{ id, peer_id: peer.id, recorded_by: recorder.id, asker, asked_at },
      ...{ task: secret(label), says: 'NO_AGREEMENT' },
    })
    return id
  }
  const answer = (label: string, task_request_id: string) =>
    place(
      label,
      'task_answer',
      { task_request_id, peer_id: peer.id, state: 'DECLINED', sentence: secret(label), answered_at: NOW },
      ['organization_id', 'task_request_id'],
    )
  await request('task request not answered', peer, 'TEAM', EARLIER)
  const byPeer = await request('task request that the peer recorded', peer, 'TEAM', EARLIER)
  await answer('answer to a task request that the peer recorded', byPeer)
  const byAgency = await request('task request of the host agency', administrative, 'HOST_AGENCY', EARLIER)
  await answer('answer to a task request of the host agency', byAgency)
  await request('task request of a manager', manager, 'MANAGER', EARLIER)
  await request('task request from before the supervision', peer, 'TEAM', LONG_BEFORE)
  await build.insert('placement', {
    ...{
      organization_id,
      id: made.placementId,
      peer_id: peer.id,
      host_agency_id,
      job_title: 'PEER_ADVOCATE',
    },
    ...{ starts_on: '2021-05-18', ends_on: '2021-06-30' },
  })
  await place('job description of a placement', 'job_description', {
    ...{ id: randomUUID(), placement_id: made.placementId, peer_id: peer.id, version: 1 },
    ...{ text: secret('job description of a placement'), saved_by: manager.id, saved_at: LAST_MONTH },
  })
  return made
}
