import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from './attempt.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may add and change members, invitations, teams and tokens.

const at = NOW.toISOString()

export function attemptsOnMembers({ cast, members }: WallsWorld): Attempt[] {
  const { admin, colleague, manager, peer } = cast.actors
  const id = (): string => randomUUID()
  const invite = (label: string, roles: string[], member: string | null, allowed: Attempt['allowed']) =>
    insertion(
      label,
      'invitation',
      [
        'email',
        'display_name',
        'roles',
        'token_hash',
        'invited_by',
        'created_at',
        'expires_at',
        'membership_id',
      ],
      (me) => ['y@example.org', 'Y', roles, Buffer.from(id()), me, at, at, member],
      allowed,
    )
  const add = (label: string, roles: string[], allowed: Attempt['allowed']) =>
    insertion(
      label,
      'membership',
      ['id', 'display_name', 'roles', 'joined_on'],
      () => [id(), 'Y', roles, TODAY],
      allowed,
    )
  const token = (role: 'MANAGER' | 'AUDITOR' | 'ADMIN', allowed: Attempt['allowed']) =>
    insertion(
      `create an API token with the role ${role}`,
      'api_token',
      ['name', 'token_hash', 'capabilities', 'roles', 'made_by', 'made_at', 'expires_at'],
      (me) => ['Y', Buffer.from(id()), ['certification.read'], [role], me, at, '2026-07-01T12:00:00Z'],
      allowed,
    )
  return [
    invite('invite without a membership', ['PEER'], null, ['admin']),
    invite('invite a peer who has not joined', ['PEER'], members.waitingPeer, ['admin', 'manager']),
    invite('invite an admin who has not joined', ['ADMIN'], members.waitingAdmin, ['admin']),
    invite('invite an admin who has not joined as a peer', ['PEER'], members.waitingAdmin, ['admin']),
    update('revoke an invitation', 'invitation', 'revoked_at = now()', 'id', members.invitation, [
      'admin',
      'manager',
    ]),
    update(
      "revoke an admin's invitation",
      'invitation',
      'revoked_at = now()',
      'id',
      members.adminInvitation,
      ['admin'],
    ),
    insertion(
      'reset a password',
      'password_reset',
      ['member_id', 'started_by', 'created_at', 'expires_at'],
      (me) => [colleague.id, me, at, at],
      ['admin'],
    ),
    update('revoke a password reset', 'password_reset', 'revoked_at = now()', 'id', members.reset, ['admin']),
    // No column is read, so that no policy for reading stands before the one for changing.
    {
      label: 'revoke every password reset',
      table: 'password_reset',
      sql: 'update password_reset set revoked_at = now() where $1::uuid = (select access.organization_id())',
      values: (_me, organizationId) => [organizationId],
      allowed: ['admin'],
    },
    add('add a peer', ['PEER'], ['admin', 'manager']),
    add('add an admin', ['ADMIN'], ['admin']),
    add('add a supervisor of no host agency', ['SUPERVISOR'], ['admin']),
    insertion(
      'ask for a role for oneself',
      'role_request',
      ['member_id', 'member_revision', 'roles', 'requested_at', 'expires_at'],
      (me) => [me, 1, ['MANAGER', 'ADMIN'], at, '2026-06-20T13:00:00Z'],
      ['admin'],
    ),
    insertion(
      'ask for a role for somebody else',
      'role_request',
      ['member_id', 'member_revision', 'roles', 'requested_at', 'expires_at'],
      () => [colleague.id, 1, ['MANAGER'], at, '2026-06-20T13:00:00Z'],
      [],
    ),
    update(
      'decline a role request',
      'role_request',
      `decided_by = access.membership_id(), decided_at = access.now(), is_accepted = false`,
      'member_id',
      manager.id,
      ['admin', 'auditor'],
    ),
    update(
      'accept a role request past the function',
      'role_request',
      `decided_by = access.membership_id(), decided_at = access.now(), is_accepted = true`,
      'member_id',
      manager.id,
      [],
    ),
    update('give oneself a role', 'membership', "roles = array['MANAGER', 'ADMIN']", 'id', admin.id, []),
    update('change roles', 'membership', "roles = array['PEER']", 'id', colleague.id, ['admin']),
    insertion('start an employment', 'employment', ['member_id'], () => [colleague.id], ['manager']),
    update("set somebody's last day", 'employment', `leaves_on = '${TODAY}'`, 'member_id', peer.id, [
      'manager',
    ]),
    update(
      'rehire somebody',
      'employment',
      "leaves_on = '2026-06-01', returns_on = '2026-06-18'",
      'member_id',
      peer.id,
      ['manager'],
    ),
    insertion('add a reporting team', 'reporting_team', ['name'], () => ['Nights'], ['admin', 'manager']),
    update('rename a reporting team', 'reporting_team', "name = 'Days'", 'id', members.team, [
      'admin',
      'manager',
    ]),
    token('MANAGER', ['manager']),
    token('AUDITOR', ['auditor']),
    token('ADMIN', ['admin']),
    update('revoke an API token', 'api_token', 'revoked_at = now()', 'id', members.token, [
      'admin',
      'manager',
    ]),
  ]
}
