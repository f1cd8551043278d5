import { addDays, addMonths, maxDate } from '@alongside/shared/calendar/plain-date'
import { DEMO_STAFF } from './demo-cast.ts'
import type { DemoPeer, DemoPeople } from './demo-people.ts'
import type { DemoMaking } from '../demo-rows.ts'

/** How many monthly counts each peer has, the latest today's. */
const MONTHS_OF_COUNTS = 18
/** Away for three weeks from today: what is due for them stands still. */
const ON_LEAVE = 'hector'

/** What happens around the placements: teams, counts month by month, a leave, a last day; contacts and agreements. */
export function addDemoWork(making: DemoMaking, people: DemoPeople): void {
  const { random, rows, today, now } = making
  const organization_id = people.organizationId
  const teams = { jail: random.uuid(), probation: random.uuid() }
  rows.add('reporting_team', { organization_id, id: teams.jail, name: 'Jail team' })
  rows.add('reporting_team', { organization_id, id: teams.probation, name: 'Community team' })
  for (const peer of people.peers) {
    const team_id = teams[people.worksAt.get(peer.key) ?? 'jail']
    rows.add('employment', {
      organization_id,
      member_id: peer.id,
      team_id,
      leaves_on: peer.leavesOn,
      revision: 1,
    })
    addCounts(making, peer)
    if (peer.key !== ON_LEAVE) continue
    rows.add('leave_period', {
      organization_id,
      id: random.uuid(),
      peer_id: peer.id,
      starts_on: today,
      ends_on: addDays(today, 20),
      entered_by: peer.id,
      entered_at: now.toISOString(),
    })
  }
  addAgencies(making, people)
}

/** From about three quarters of today's caseload up to it, with the ups and downs of a year and a half. */
function addCounts({ random, rows, today }: DemoMaking, peer: DemoPeer): void {
  for (let monthsAgo = MONTHS_OF_COUNTS; monthsAgo >= 0; monthsAgo -= 1) {
    const countedOn = addMonths(today, -monthsAgo)
    if (countedOn !== maxDate(countedOn, peer.joinedOn)) continue
    const share = 1 - (monthsAgo / MONTHS_OF_COUNTS) * 0.25
    const people = monthsAgo === 0 ? peer.caseload : Math.round(peer.caseload * share) + random.whole(-2, 2)
    rows.add('caseload_count', {
      organization_id: peer.organizationId,
      placement_id: peer.placementId,
      counted_on: countedOn,
      peer_id: peer.id,
      people,
      entered_by: peer.id,
      entered_at: `${countedOn}T15:00:00Z`,
    })
  }
}

/** One agreement that holds, one that ends soon, and an agency that has none yet. */
function addAgencies({ random, rows, today }: DemoMaking, { organizationId, agencies }: DemoPeople): void {
  const organization_id = organizationId
  const fire = random.uuid()
  rows.add('host_agency', {
    organization_id,
    id: fire,
    name: 'Riverbend Fire and Rescue',
    kind: 'FIRE_AND_EMERGENCY_MEDICAL',
    state: 'OH',
    sequential_intercept: 0,
    deflection_pathway: 'NALOXONE_PLUS',
  })
  const contact = (host_agency_id: string, name: string, purpose: string, reach: object): void =>
    rows.add('host_agency_contact', {
      organization_id,
      id: random.uuid(),
      host_agency_id,
      name,
      purpose,
      ...reach,
    })
  contact(agencies.jail, DEMO_STAFF.sergeant.name, 'Badges and visiting hours', { phone: '555-0118' })
  contact(agencies.jail, 'Records desk', 'What may be copied', { email: 'records@harlanjail.example' })
  contact(agencies.probation, 'Lorna Pike', 'Schedules and rooms', { phone: '555-0175' })
  contact(fire, 'Captain Ito', 'Ride-along days', { phone: '555-0131' })
  const agreement = (host_agency_id: string, reference: string, from: string, until: string): void =>
    rows.add('data_sharing_agreement', {
      organization_id,
      id: random.uuid(),
      host_agency_id,
      reference,
      starts_on: from,
      ends_on: until,
    })
  agreement(agencies.jail, 'HCJ-24-07', addMonths(today, -12), addMonths(today, 12))
  agreement(agencies.probation, 'TCP-22-03', addMonths(today, -22), addDays(today, 60))
}
