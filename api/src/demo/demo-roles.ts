import { ACTIVITIES } from '@alongside/shared/drift/activities/activities'
import { addDays } from '@alongside/shared/calendar/plain-date'
import type { AgreementLine } from '@alongside/shared/drift/role-agreement/role-agreement'
import type { DemoMaking } from './demo-rows.ts'
import type { DemoPeer, DemoPeople } from './people/demo-people.ts'

/** Two peers in the jail: Rosa's agreement is in force, Grace's is being talked about. */
export function addDemoRoles(making: DemoMaking, people: DemoPeople): void {
  const peerOf = (key: string) => people.peers.find((one) => one.key === key)
  const [rosa, grace] = [peerOf('rosa'), peerOf('grace')]
  if (rosa) addAgreement(making, rosa, addHouseRules(making, rosa))
  if (grace) {
    const supervisor = grace.supervision.find(({ type }) => type === 'EDUCATIONAL')?.supervisor
    addWorksheet(making, grace, grace.id, 'PEER', ['GIVING_DRUG_TEST', 'WATCHING_SYMPTOMS'])
    if (supervisor)
      addWorksheet(making, grace, supervisor.id, 'SUPERVISOR', ['GIVING_DRUG_TEST', 'READING_CLIENT_FILES'])
  }
}

const dayAt = ({ today }: DemoMaking, daysAgo: number): string => `${addDays(today, -daysAgo)}T15:00:00Z`

const agencyOf = ({ rows }: DemoMaking, peer: DemoPeer): unknown =>
  rows.of('placement').find((row) => row['id'] === peer.placementId)?.['host_agency_id']

const supervisorOf = (peer: DemoPeer): string =>
  peer.supervision.find(({ type }) => type === 'EDUCATIONAL')?.supervisor.id ?? peer.id

function addHouseRules(making: DemoMaking, peer: DemoPeer): string {
  const id = making.random.uuid()
  making.rows.add('house_rules', {
    ...{ organization_id: peer.organizationId, id, host_agency_id: agencyOf(making, peer), version: 1 },
    transport: 'Agency cars only. A ride needs time to talk on the way.',
    home_visits: 'In pairs. The shift lead knows where and until when.',
    ride_along: 'Only after a call, never during one.',
    out_of_hours: 'The jail desk answers after 6 pm. Peers are not called.',
    who_asks: 'The reentry coordinator. Others ask her first.',
    written_by: supervisorOf(peer),
    written_at: dayAt(making, 70),
  })
  return id
}

const CONFLICTS = [
  'WATCHING_SYMPTOMS',
  'REPORTING_RETURN_TO_USE',
  'SUGGESTING_MEDICATION',
  'BUYING_SUBSTANCES',
]
const OTHERS: Readonly<Record<string, string>> = {
  HOLDING_THERAPY: 'Clinician',
  ASSESSING_SUICIDE_RISK: 'Clinician',
  GIVING_DRUG_TEST: 'Nurse',
  DELIVERING_MEDICATION: 'Nurse',
  FILLING_OUT_FORMS: 'Case manager',
  ANSWERING_PHONES: 'Front desk',
  SENDING_REMINDERS: 'Front desk',
}

function lineOf(activity: string): AgreementLine {
  if (CONFLICTS.includes(activity)) return { activity, answer: 'AGAINST_VALUES', doneBy: null }
  const doneBy = OTHERS[activity]
  return doneBy === undefined
    ? { activity, answer: 'PART_OF_ROLE', doneBy: null }
    : { activity, answer: 'OUTSIDE_ROLE', doneBy }
}

function addAgreement(making: DemoMaking, peer: DemoPeer, houseRulesId: string): void {
  const [id, organization_id] = [making.random.uuid(), peer.organizationId]
  const from = addDays(making.today, -60)
  making.rows.add('role_agreement', {
    ...{ organization_id, id, placement_id: peer.placementId, peer_id: peer.id, version: 1, starts_on: from },
    lines: ACTIVITIES.map(lineOf),
    house_rules_id: houseRulesId,
    proposed_by: supervisorOf(peer),
    proposed_at: dayAt(making, 62),
    in_force_from: from,
  })
  const administrative = peer.supervision.find(({ type }) => type === 'ADMINISTRATIVE')?.supervisor.id
  const accepted = [
    ['PEER', peer.id],
    ['SUPERVISOR', supervisorOf(peer)],
    ['HOST_AGENCY', administrative],
  ] as const
  for (const [side, accepted_by] of accepted)
    if (accepted_by)
      making.rows.add('role_agreement_acceptance', {
        ...{ organization_id, agreement_id: id, side, peer_id: peer.id, accepted_by },
        accepted_at: dayAt(making, 61),
      })
}

function addWorksheet(
  making: DemoMaking,
  peer: DemoPeer,
  memberId: string,
  side: string,
  seenOtherwise: readonly string[],
): void {
  const [id, organization_id] = [making.random.uuid(), peer.organizationId]
  making.rows.add('role_worksheet', {
    ...{ organization_id, id, host_agency_id: agencyOf(making, peer), member_id: memberId, side },
    started_at: dayAt(making, 5),
    handed_in_at: dayAt(making, 4),
  })
  for (const activity of ACTIVITIES) {
    const { answer, doneBy } = lineOf(activity)
    const isPartOfRole = answer === 'PART_OF_ROLE'
    making.rows.add('role_worksheet_answer', {
      ...{ organization_id, worksheet_id: id, activity, member_id: memberId },
      is_part_of_role:
        seenOtherwise.includes(activity) && side === 'SUPERVISOR' ? !isPartOfRole : isPartOfRole,
      conflicts_with_values:
        answer === 'AGAINST_VALUES' || (side === 'PEER' && seenOtherwise.includes(activity)),
      is_better_suited: doneBy !== null,
      better_suited: doneBy,
      answered_at: dayAt(making, 4),
    })
  }
}
