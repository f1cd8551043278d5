import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Role } from '../../../shared/src/people/roles.ts'
import type { SupervisionType } from '../../../shared/src/supervision/supervision-types.ts'

export interface BuiltOrganization {
  readonly id: string
  readonly name: string
}
export interface Member {
  readonly id: string
  readonly organizationId: string
  readonly accountId: string
  readonly email: string
  readonly displayName: string
  readonly roles: readonly Role[]
}

const LONG_AGO = '2024-01-01'

/** Arranges what a test needs, as the superuser: past the walls, so that tests can look at them from both sides. */
export class Builders {
  readonly #client: pg.Client
  #count = 0

  constructor(client: pg.Client) {
    this.#client = client
  }

  async organization({
    name = 'Harbor Peers',
    timeZone = 'America/New_York',
    isDemo = false,
  } = {}): Promise<BuiltOrganization> {
    const id = randomUUID()
    await this.insert('organization', {
      id,
      name,
      kind: 'RECOVERY_COMMUNITY_ORGANIZATION',
      home_state: 'OH',
      time_zone: timeZone,
      is_demo: isDemo,
    })
    return { id, name }
  }

  async member(
    organization: BuiltOrganization,
    roles: readonly Role[],
    { hostAgencyId = null as string | null, passwordHash = 'none' } = {},
  ): Promise<Member> {
    const [id, accountId, number] = [randomUUID(), randomUUID(), ++this.#count]
    const email = `member-${number}-${id.slice(0, 8)}@example.org`
    const displayName = `${roles.join(' and ')} ${number}`
    await this.insert('account', { id: accountId, email, password_hash: passwordHash })
    await this.insert('membership', {
      organization_id: organization.id,
      id,
      account_id: accountId,
      display_name: displayName,
      roles,
      joined_on: LONG_AGO,
      host_agency_id: hostAgencyId,
    })
    return { id, organizationId: organization.id, accountId, email, displayName, roles }
  }

  peer(organization: BuiltOrganization): Promise<Member> {
    return this.member(organization, ['PEER'])
  }

  supervisor(organization: BuiltOrganization): Promise<Member> {
    return this.member(organization, ['SUPERVISOR'])
  }

  async hostAgency(
    organization: BuiltOrganization,
    { name = 'County Jail', state = 'OH' } = {},
  ): Promise<string> {
    const id = randomUUID()
    await this.insert('host_agency', {
      organization_id: organization.id,
      id,
      name,
      kind: 'JAIL',
      state,
      sequential_intercept: 3,
    })
    return id
  }

  async relationship(
    supervisor: Member,
    peer: Member,
    type: SupervisionType,
    { startsOn = LONG_AGO, endsOn = null as string | null, accepted = true } = {},
  ): Promise<string> {
    const id = randomUUID()
    await this.insert('supervision_relationship', {
      organization_id: peer.organizationId,
      id,
      supervisor_id: supervisor.id,
      peer_id: peer.id,
      type,
      starts_on: startsOn,
      ends_on: endsOn,
      proposed_at: startsOn,
      accepted_at: accepted ? startsOn : null,
    })
    return id
  }

  /** An agreement in force with a cadence (days) per type. */
  async agreement(
    peer: Member,
    cadences: Partial<Record<SupervisionType, number>>,
    { agreedOn = LONG_AGO, groupSessionsCount = false } = {},
  ): Promise<void> {
    const id = randomUUID()
    await this.insert('supervision_agreement', {
      organization_id: peer.organizationId,
      id,
      peer_id: peer.id,
      agreed_on: agreedOn,
    })
    for (const [type, cadenceDays] of Object.entries(cadences)) {
      await this.insert('supervision_agreement_term', {
        organization_id: peer.organizationId,
        agreement_id: id,
        type,
        peer_id: peer.id,
        cadence_days: cadenceDays,
        group_sessions_count: groupSessionsCount,
      })
    }
  }

  async placement(
    peer: Member,
    hostAgencyId: string,
    { caseloadSize = 24, startsOn = LONG_AGO, endsOn = null as string | null, fullTimeShare = 1 } = {},
  ): Promise<string> {
    const id = randomUUID()
    await this.insert('placement', {
      organization_id: peer.organizationId,
      id,
      peer_id: peer.id,
      host_agency_id: hostAgencyId,
      job_title: 'CERTIFIED_PEER_SPECIALIST',
      starts_on: startsOn,
      ends_on: endsOn,
      full_time_share: fullTimeShare,
      caseload_size: caseloadSize,
    })
    return id
  }

  /** Any row of any table, column names as in the database. */
  async insert(table: string, row: Record<string, unknown>): Promise<void> {
    const columns = Object.keys(row)
    const places = columns.map((_, index) => `$${index + 1}`)
    await this.#client.query(
      `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    )
  }
}

/** Everybody who matters for an access matrix, around one peer: each kind of supervisor, office, and a stranger. */
export async function cast(build: Builders) {
  const organization = await build.organization()
  const elsewhere = await build.organization({ name: 'Somewhere Else' })
  const hostAgencyId = await build.hostAgency(organization)
  const [
    peer,
    colleague,
    administrative,
    educational,
    supportive,
    manager,
    admin,
    auditor,
    stranger,
    strangerManager,
  ] = [
    await build.peer(organization),
    await build.peer(organization),
    await build.member(organization, ['SUPERVISOR'], { hostAgencyId }),
    await build.supervisor(organization),
    await build.supervisor(organization),
    await build.member(organization, ['MANAGER']),
    await build.member(organization, ['ADMIN']),
    await build.member(organization, ['AUDITOR']),
    await build.peer(elsewhere),
    await build.member(elsewhere, ['MANAGER', 'ADMIN', 'SUPERVISOR', 'AUDITOR']),
  ]
  await build.relationship(administrative, peer, 'ADMINISTRATIVE')
  await build.relationship(educational, peer, 'EDUCATIONAL')
  await build.relationship(supportive, peer, 'SUPPORTIVE')
  await build.placement(peer, hostAgencyId)
  return {
    organization,
    elsewhere,
    hostAgencyId,
    actors: {
      peer,
      colleague,
      administrative,
      educational,
      supportive,
      manager,
      admin,
      auditor,
      stranger,
      strangerManager,
    },
  }
}
