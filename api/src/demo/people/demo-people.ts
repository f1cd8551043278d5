import { addDays, addMonths, type PlainDate } from '@alongside/shared/calendar/plain-date'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { Role } from '@alongside/shared/people/roles'
import { DEMO_PEERS, DEMO_STAFF, type DemoStaffKey, type DemoStaffMember } from './demo-cast.ts'
import type { DemoMaking } from '../demo-rows.ts'

export interface DemoMember {
  readonly id: string
  readonly organizationId: string
  readonly name: string
}
export interface DemoPeer extends DemoMember {
  readonly key: string
  readonly joinedOn: PlainDate
  readonly leavesOn: PlainDate | null
  readonly placementId: string
  readonly caseload: number
  /** Who gives which type, and how often it is due (days). */
  readonly supervision: readonly {
    type: SupervisionType
    supervisor: DemoMember
    cadenceDays: number
    since: PlainDate
  }[]
}
export interface DemoPeople {
  readonly peers: readonly DemoPeer[]
  readonly manager: DemoMember
  readonly organizationId: string
  readonly agencies: { readonly jail: string; readonly probation: string }
  /** In which agency each peer works, by their key. */
  readonly worksAt: ReadonlyMap<string, 'jail' | 'probation'>
}

const CADENCE_DAYS = { ADMINISTRATIVE: 14, EDUCATIONAL: 14, SUPPORTIVE: 7 } as const
const SESSION_MINUTES = { ADMINISTRATIVE: 30, EDUCATIONAL: 60, SUPPORTIVE: 45 } as const
const CONFIDENCE = {
  ADMINISTRATIVE:
    'Hours, tasks and rules may go to the office. What else we say stays between the two of us.',
  EDUCATIONAL: 'A manager may see the learning goals. Our notes are for the two of us.',
  SUPPORTIVE: 'What we talk about stays here. Nothing is passed on, unless somebody is in danger.',
} as const

/** Both organizations with their people, agencies, placements, agreements and relationships. */
export function addDemoPeople(making: DemoMaking, passwordHash: string, since: PlainDate): DemoPeople {
  const riverbend = addOrganization(making, {
    name: 'Riverbend Recovery Community',
    state: 'OH',
    timeZone: 'America/New_York',
  })
  const agencies = {
    jail: addHostAgency(making, riverbend, {
      name: 'Harlan County Jail',
      kind: 'JAIL',
      state: 'OH',
      intercept: 3,
    }),
    probation: addHostAgency(making, riverbend, {
      name: 'Tri-County Probation',
      kind: 'PROBATION',
      state: 'WV',
      intercept: 5,
    }),
  }
  const member = (
    name: string,
    roles: readonly Role[],
    joinedOn: PlainDate,
    hostAgencyId: string | null = null,
  ): DemoMember =>
    addMember(making, {
      organizationId: riverbend,
      name,
      roles,
      joinedOn,
      hostAgencyId,
      passwordHash,
      domain: 'riverbend.example',
    })
  const staff = {} as Record<DemoStaffKey, DemoMember>
  for (const [key, { name, roles, hostAgency }] of Object.entries<DemoStaffMember>(DEMO_STAFF)) {
    staff[key as DemoStaffKey] = member(
      name,
      roles,
      addMonths(since, -6),
      hostAgency ? agencies[hostAgency] : null,
    )
  }
  const peers = DEMO_PEERS.map((peer, index): DemoPeer => {
    const joinedOn = addDays(addMonths(since, peer.monthsAgo > 18 ? -4 : 18 - peer.monthsAgo), index)
    const made = member(peer.name, peer.roles ?? ['PEER'], joinedOn)
    const placementId = making.random.uuid()
    const leavesOn = peer.leavesInDays === undefined ? null : addDays(making.today, peer.leavesInDays)
    making.rows.add('placement', {
      organization_id: riverbend,
      id: placementId,
      peer_id: made.id,
      host_agency_id: agencies[peer.agency],
      job_title: peer.title,
      starts_on: joinedOn,
      ...lastDay(leavesOn),
      full_time_share: peer.share ?? 1,
      caseload_size: peer.caseload,
    })
    const supervision = peer.supervisedBy.map(({ type, by }) => ({
      type,
      supervisor: staff[by],
      cadenceDays: CADENCE_DAYS[type],
      since: addDays(joinedOn, 7),
    }))
    const { key, caseload } = peer
    return { ...made, key, joinedOn, leavesOn, placementId, caseload, supervision }
  })
  for (const peer of peers) addSupervision(making, peer)
  addLittleOrganization(making, passwordHash, since)
  const worksAt = new Map(DEMO_PEERS.map(({ key, agency }) => [key, agency]))
  return { peers, manager: staff.manager, organizationId: riverbend, agencies, worksAt }
}

/** Where a leaving is recorded, placement and supervision end with it. */
function lastDay(leavesOn: PlainDate | null) {
  return { ends_on: leavesOn, ends_with_leaving: leavesOn !== null }
}

/** The second organization: small, and invisible to the first. */
function addLittleOrganization(making: DemoMaking, passwordHash: string, since: PlainDate): void {
  const organizationId = addOrganization(making, {
    name: 'Cedar Point Peers',
    state: 'NC',
    timeZone: 'America/Chicago',
  })
  const agency = addHostAgency(making, organizationId, {
    name: 'Cedar Treatment Court',
    kind: 'TREATMENT_COURT',
    state: 'NC',
    intercept: 3,
  })
  const add = (name: string, roles: readonly Role[]): DemoMember =>
    addMember(making, {
      organizationId,
      name,
      roles,
      joinedOn: since,
      hostAgencyId: null,
      passwordHash,
      domain: 'cedarpoint.example',
    })
  const supervisor = add('Ruth Ellery', ['SUPERVISOR', 'MANAGER'])
  for (const name of ['Sol Whitaker', 'Imani Frost']) {
    const made = add(name, ['PEER'])
    const placementId = making.random.uuid()
    making.rows.add('placement', {
      organization_id: organizationId,
      id: placementId,
      peer_id: made.id,
      host_agency_id: agency,
      job_title: 'PEER_ADVOCATE',
      starts_on: since,
      ...lastDay(null),
      caseload_size: 18,
      full_time_share: 1,
    })
    addSupervision(making, {
      ...made,
      key: name,
      joinedOn: since,
      leavesOn: null,
      placementId,
      caseload: 18,
      supervision: Object.values(SupervisionType).map((type) => ({
        type,
        supervisor,
        cadenceDays: 14,
        since,
      })),
    })
  }
}

function addOrganization(
  { random, rows, now }: DemoMaking,
  wanted: { name: string; state: string; timeZone: string },
): string {
  const id = random.uuid()
  rows.add('organization', {
    id,
    name: wanted.name,
    kind: 'RECOVERY_COMMUNITY_ORGANIZATION',
    home_state: wanted.state,
    time_zone: wanted.timeZone,
    locale: 'en',
    is_demo: true,
    created_at: now.toISOString(),
  })
  const contacts = [
    { label: `${wanted.name}: peer line`, phone: '555-0142', open_hours: 'Every day, 8 AM to 10 PM' },
    { label: 'Employee assistance program', phone: '555-0167', open_hours: 'Monday to Friday, 9 AM to 5 PM' },
  ]
  contacts.forEach((contact, position) =>
    rows.add('help_contact', { organization_id: id, id: random.uuid(), position, ...contact }),
  )
  return id
}

interface WantedAgency {
  name: string
  kind: string
  state: string
  intercept: number
}
function addHostAgency({ random, rows }: DemoMaking, organizationId: string, wanted: WantedAgency): string {
  const id = random.uuid()
  rows.add('host_agency', {
    organization_id: organizationId,
    id,
    name: wanted.name,
    kind: wanted.kind,
    state: wanted.state,
    sequential_intercept: wanted.intercept,
  })
  return id
}

interface WantedMember {
  organizationId: string
  name: string
  roles: readonly Role[]
  joinedOn: PlainDate
  hostAgencyId: string | null
  passwordHash: string
  domain: string
}
function addMember({ random, rows, now }: DemoMaking, wanted: WantedMember): DemoMember {
  const [accountId, id] = [random.uuid(), random.uuid()]
  const email = `${wanted.name.toLowerCase().replace(/[^a-z]+/g, '.')}@${wanted.domain}`
  rows.add('account', {
    id: accountId,
    email,
    password_hash: wanted.passwordHash,
    created_at: now.toISOString(),
  })
  rows.add('membership', {
    organization_id: wanted.organizationId,
    id,
    account_id: accountId,
    display_name: wanted.name,
    roles: wanted.roles,
    joined_on: wanted.joinedOn,
    host_agency_id: wanted.hostAgencyId,
  })
  return { id, organizationId: wanted.organizationId, name: wanted.name }
}

function addSupervision({ random, rows }: DemoMaking, peer: DemoPeer): void {
  const agreementId = random.uuid()
  rows.add('supervision_agreement', {
    organization_id: peer.organizationId,
    id: agreementId,
    peer_id: peer.id,
    agreed_on: peer.joinedOn,
  })
  for (const { type, supervisor, cadenceDays, since } of peer.supervision) {
    rows.add('supervision_agreement_term', {
      organization_id: peer.organizationId,
      agreement_id: agreementId,
      type,
      peer_id: peer.id,
      cadence_days: cadenceDays,
      group_sessions_count: type === 'EDUCATIONAL',
      supervisor_id: supervisor.id,
      session_minutes: SESSION_MINUTES[type],
      confidence: CONFIDENCE[type],
    })
    rows.add('supervision_relationship', {
      organization_id: peer.organizationId,
      id: random.uuid(),
      supervisor_id: supervisor.id,
      peer_id: peer.id,
      type,
      starts_on: since,
      ...lastDay(peer.leavesOn),
      proposed_at: `${peer.joinedOn}T15:00:00Z`,
      accepted_at: `${peer.joinedOn}T15:00:00Z`,
      supervisor_has_peer_experience: type !== 'ADMINISTRATIVE',
      is_substitute: false,
    })
  }
}
