import { addDays } from '@alongside/shared/calendar/plain-date'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { DemoMember, DemoPeer, DemoPeople } from './people/demo-people.ts'
import type { DemoMaking, DemoRow } from './demo-rows.ts'

/** Who has not signed yet, by the peer's key: the peer, or the one who gives this type. */
const UNSIGNED: Readonly<Record<string, 'PEER' | SupervisionType>> = { elsie: 'SUPPORTIVE', tamika: 'PEER' }

/** Signed agreements and two that wait, somebody who stands in, a proposal, and pairs that a peer and a supervisor keep apart. */
export function addDemoSupervision(making: DemoMaking, people: DemoPeople): void {
  for (const peer of people.peers) addSignatures(making, peer)
  const coordinator = giverOf(people, 'june', 'ADMINISTRATIVE')
  addSubstitute(making, people, coordinator)
  addProposal(making, people, giverOf(people, 'rosa', 'SUPPORTIVE'))
  making.rows.add('exclusion_preference', {
    organization_id: people.organizationId,
    peer_id: peerOf(people, 'wanda').id,
    excluded_id: coordinator.id,
    made_by: peerOf(people, 'wanda').id,
    made_at: making.now.toISOString(),
  })
  const mentor = giverOf(people, 'rosa', 'SUPPORTIVE')
  making.rows.add('exclusion_preference', {
    organization_id: people.organizationId,
    peer_id: peerOf(people, 'hector').id,
    excluded_id: mentor.id,
    made_by: mentor.id,
    made_at: making.now.toISOString(),
  })
}

function addSignatures({ rows }: DemoMaking, peer: DemoPeer): void {
  const agreement = rows.of('supervision_agreement').find((row) => row['peer_id'] === peer.id)
  const unsigned = UNSIGNED[peer.key]
  const supervisors = peer.supervision
    .filter(({ type }) => type !== unsigned)
    .map(({ supervisor }) => supervisor.id)
  const signers = new Set([...(unsigned === 'PEER' ? [] : [peer.id]), ...supervisors])
  for (const member_id of signers) {
    rows.add('supervision_agreement_signature', {
      organization_id: peer.organizationId,
      agreement_id: agreement?.['id'],
      member_id,
      peer_id: peer.id,
      signed_at: `${addDays(peer.joinedOn, 7)}T15:00:00Z`,
    })
  }
}

/** The coordinator stands in for the lead for three weeks. */
function addSubstitute(making: DemoMaking, people: DemoPeople, coordinator: DemoMember): void {
  const peer = peerOf(people, 'june')
  const away = making.rows
    .of('supervision_relationship')
    .find((row) => row['peer_id'] === peer.id && row['type'] === 'EDUCATIONAL')
  const { today } = making
  addRelationship(making, peer, coordinator, {
    type: 'EDUCATIONAL',
    starts_on: addDays(today, -4),
    ends_on: addDays(today, 17),
    proposed_at: `${addDays(today, -6)}T15:00:00Z`,
    accepted_at: `${addDays(today, -6)}T15:00:00Z`,
    is_substitute: true,
    stands_in_for_id: away?.['id'],
  })
}

/** Leon has no support yet; somebody could give it, and he has not answered. */
function addProposal(making: DemoMaking, people: DemoPeople, mentor: DemoMember): void {
  addRelationship(making, peerOf(people, 'leon'), mentor, { type: 'SUPPORTIVE', starts_on: making.today })
}

function addRelationship(
  { random, rows, now }: DemoMaking,
  peer: DemoPeer,
  supervisor: DemoMember,
  row: DemoRow,
): void {
  rows.add('supervision_relationship', {
    organization_id: peer.organizationId,
    id: random.uuid(),
    supervisor_id: supervisor.id,
    peer_id: peer.id,
    proposed_at: now.toISOString(),
    supervisor_has_peer_experience: true,
    is_substitute: false,
    ...row,
  })
}

function peerOf({ peers }: DemoPeople, key: string): DemoPeer {
  const peer = peers.find((each) => each.key === key)
  if (!peer) throw new Error(`the demo has no ${key}`)
  return peer
}

function giverOf(people: DemoPeople, key: string, type: SupervisionType): DemoMember {
  const given = peerOf(people, key).supervision.find((each) => each.type === type)
  if (!given) throw new Error(`nobody gives ${key} ${type}`)
  return given.supervisor
}
