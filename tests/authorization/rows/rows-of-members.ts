import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import { LAST_MONTH, type RowPlacing } from './row-placing.ts'

/** People who have not joined yet, a team, a token, and what the trail says about it. */
export async function placeMembers({ place, actors }: RowPlacing) {
  const { peer, manager, admin } = actors
  const made = {
    waitingPeer: randomUUID(),
    waitingAdmin: randomUUID(),
    invitation: randomUUID(),
    adminInvitation: randomUUID(),
    team: randomUUID(),
    token: randomUUID(),
    reset: randomUUID(),
  }
  const waiting = (id: string, roles: string[]) =>
    place('member who has not joined', 'membership', { id, display_name: 'X', roles, joined_on: LAST_MONTH })
  await waiting(made.waitingPeer, ['PEER'])
  await waiting(made.waitingAdmin, ['ADMIN'])
  const invite = (id: string, roles: string[]) =>
    place('invitation', 'invitation', {
      id,
      email: 'x@example.org',
      display_name: 'X',
      roles,
      token_hash: Buffer.from(randomUUID()),
      invited_by: admin.id,
      created_at: NOW,
      expires_at: NOW,
    })
  await invite(made.invitation, ['PEER'])
  await invite(made.adminInvitation, ['ADMIN'])
  await place('password reset', 'password_reset', {
    id: made.reset,
    member_id: peer.id,
    started_by: admin.id,
    created_at: NOW,
    expires_at: NOW,
  })
  await place('receipt of an erasure', 'erasure', {
    id: randomUUID(),
    member_id: peer.id,
    left_on: LAST_MONTH,
    erased_at: NOW,
  })
  await place('reporting team', 'reporting_team', { id: made.team, name: 'Field team' })
  await place('employment', 'employment', { member_id: peer.id, team_id: made.team }, [
    'organization_id',
    'member_id',
  ])
  await place('API token', 'api_token', {
    id: made.token,
    name: 'Payroll',
    token_hash: Buffer.from(randomUUID()),
    capabilities: ['certification.read'],
    roles: ['MANAGER'],
    made_by: manager.id,
    made_at: NOW,
    expires_at: '2026-07-01T12:00:00Z',
  })
  const entry = (label: string, row: Record<string, unknown>) =>
    place(
      label,
      'audit_entry',
      { at: NOW, action: 'ADDED', subject: 'test', subject_id: randomUUID(), ...row },
      ['organization_id', 'subject_id'],
    )
  await entry('activity log entry about an account', { area: 'ACCOUNT' })
  await entry('activity log entry about the peer', { area: 'CERTIFICATION', person_id: peer.id })
  await entry('activity log entry by the manager', { area: 'CERTIFICATION', actor_id: manager.id })
  return made
}
