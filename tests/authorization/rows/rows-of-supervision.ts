import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import { LAST_MONTH, type RowPlacing } from './row-placing.ts'

/** The agreement in force names a supervisor; one before it is signed; and the peer keeps somebody away. */
export async function placeSupervision(placing: RowPlacing, agreementInForce: string) {
  const { place, build, actors, organization_id } = placing
  const { peer, educational, supportive, manager } = actors
  const [peer_id, closedAgreement] = [peer.id, randomUUID()]
  await build.insert('supervision_agreement_term', {
    organization_id,
    agreement_id: agreementInForce,
    peer_id,
    type: 'EDUCATIONAL',
    cadence_days: 14,
    supervisor_id: educational.id,
  })
  await build.insert('supervision_agreement', {
    organization_id,
    id: closedAgreement,
    peer_id,
    agreed_on: '2025-05-18',
    ends_on: LAST_MONTH,
  })
  for (const [label, member] of [
    ['signature of the peer', peer],
    ['signature of a supervisor', supportive],
  ] as const) {
    await place(
      label,
      'supervision_agreement_signature',
      { agreement_id: closedAgreement, member_id: member.id, peer_id, signed_at: NOW },
      ['organization_id', 'agreement_id', 'member_id'],
    )
  }
  await place(
    'exclusion preference',
    'exclusion_preference',
    { peer_id, excluded_id: manager.id, made_by: peer_id, made_at: NOW },
    ['organization_id', 'peer_id', 'excluded_id', 'made_by'],
  )
  await place(
    'pair that a supervisor marked as unavailable',
    'exclusion_preference',
    { peer_id, excluded_id: supportive.id, made_by: supportive.id, made_at: NOW },
    ['organization_id', 'peer_id', 'excluded_id', 'made_by'],
  )
  await place(
    'pair that a manager marked as unavailable',
    'exclusion_preference',
    { peer_id, excluded_id: manager.id, made_by: manager.id, made_at: NOW },
    ['organization_id', 'peer_id', 'excluded_id', 'made_by'],
  )
  return { agreementInForce, closedAgreement }
}
