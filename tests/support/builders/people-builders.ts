import { randomUUID } from 'node:crypto'
import type { Builders, BuiltOrganization, Member } from './builders.ts'
import { NOW } from '../fixed-today.ts'

/** Arranges what happens to people at work: leave, counts, teams, last days. */
export class PeopleBuilders {
  constructor(private readonly build: Builders) {}

  async leave(peer: Member, startsOn: string, endsOn: string | null = null): Promise<string> {
    const id = randomUUID()
    await this.build.insert('leave_period', {
      organization_id: peer.organizationId,
      id,
      peer_id: peer.id,
      starts_on: startsOn,
      ends_on: endsOn,
      entered_by: peer.id,
      entered_at: NOW,
    })
    return id
  }

  async count(peer: Member, placementId: string, countedOn: string, people: number): Promise<void> {
    await this.build.insert('caseload_count', {
      organization_id: peer.organizationId,
      placement_id: placementId,
      counted_on: countedOn,
      peer_id: peer.id,
      people,
      entered_by: peer.id,
      entered_at: NOW,
    })
  }

  async team(organization: BuiltOrganization, name: string): Promise<string> {
    const id = randomUUID()
    await this.build.insert('reporting_team', { organization_id: organization.id, id, name })
    return id
  }

  async employment(peer: Member, row: { team_id?: string; leaves_on?: string }): Promise<void> {
    await this.build.insert('employment', {
      organization_id: peer.organizationId,
      member_id: peer.id,
      ...row,
    })
  }
}
