import { randomUUID } from 'node:crypto'
import { NOW } from '../../../support/fixed-today.ts'
import { LAST_MONTH, type RowPlacing } from '../row-placing.ts'

/** Worksheets of a peer, two supervisors, the agency and a manager; house rules; an agreement and a proposed one. */
export async function placeRoles({ place, secret, host_agency_id, actors }: RowPlacing, placementId: string) {
  const { peer, administrative, educational, supportive, manager } = actors
  const [agreed, proposed] = [randomUUID(), randomUUID()]
  const peer_id = peer.id
  const ids = { open: randomUUID(), peer: randomUUID() }
  await place('activity of the organization', 'custom_activity', {
    ...{ id: randomUUID(), name: 'Roll call', activity_group: 'AGENCY', activity_function: 'ADMINISTRATIVE' },
    ...{ set_by: manager.id, set_at: NOW },
  })
  const worksheet = async (
    label: string,
    member: string,
    side: string,
    over: object = {},
    id: string = randomUUID(),
  ) => {
    const row = { id, host_agency_id, member_id: member, side, started_at: NOW, handed_in_at: NOW, ...over }
    await place(label, 'role_worksheet', row)
    await place(
      `answer in the ${label}`,
      'role_worksheet_answer',
      {
        ...{ worksheet_id: id, activity: 'GIVING_DRUG_TEST', member_id: member, is_better_suited: true },
        ...{ better_suited: secret(`answer in the ${label}`).slice(0, 80), answered_at: NOW },
      },
      ['organization_id', 'worksheet_id', 'activity'],
    )
  }
  await worksheet('worksheet of the peer', peer_id, 'PEER', {}, ids.peer)
  await worksheet('worksheet of a supervisor', educational.id, 'SUPERVISOR')
  await worksheet('worksheet not handed in', supportive.id, 'SUPERVISOR', { handed_in_at: null }, ids.open)
  await worksheet('worksheet of the agency', administrative.id, 'HOST_AGENCY')
  await worksheet('worksheet that a manager wrote', manager.id, 'HOST_AGENCY', { on_behalf_of: 'Lt. Ames' })
  await place('house rules', 'house_rules', {
    ...{ id: randomUUID(), host_agency_id, version: 1, transport: 'Agency cars only.' },
    ...{ written_by: manager.id, written_at: NOW },
  })
  const version = {
    ...{
      placement_id: placementId,
      peer_id,
      starts_on: LAST_MONTH,
      proposed_by: educational.id,
      proposed_at: NOW,
    },
    lines: JSON.stringify([{ activity: 'SOCIALIZING', answer: 'PART_OF_ROLE', doneBy: null }]),
  }
  await place('role agreement', 'role_agreement', {
    ...{ ...version, id: agreed, version: 1, in_force_from: LAST_MONTH },
  })
  await place('role agreement that is proposed', 'role_agreement', {
    ...{ ...version, id: proposed, version: 2, starts_on: '2026-07-01' },
  })
  await place(
    'acceptance of a role agreement',
    'role_agreement_acceptance',
    { agreement_id: agreed, side: 'PEER', peer_id, accepted_by: peer_id, accepted_at: NOW },
    ['organization_id', 'agreement_id', 'side'],
  )
  return { agreed, proposed, worksheets: ids }
}
