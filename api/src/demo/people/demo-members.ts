import { createHash } from 'node:crypto'
import { SETUP_STEPS } from '@alongside/shared/people/setup/setup-steps'
import type { DemoPeople } from './demo-people.ts'
import type { DemoMaking } from '../demo-rows.ts'

const HOUR_MS = 3_600_000
/** Until when each link is open, in hours from now; the last has ended. */
const WAITING = [
  { name: 'Noor Haddad', email: 'noor.haddad@riverbend.example', roles: ['PEER'], openFor: 60 },
  { name: 'Theo Lindqvist', email: 'theo.lindqvist@riverbend.example', roles: ['SUPERVISOR'], openFor: 8 },
  { name: 'Carmen Ibarra', email: 'carmen.ibarra@riverbend.example', roles: ['PEER'], openFor: -30 },
] as const

/**
 * What an admin finds: people who wait for their link, somebody who left, one organization that is set up and
 * one that is not yet; the admin of the first looks after the second too, so that there is something to switch to.
 */
export function addDemoMembers(making: DemoMaking, { manager }: DemoPeople): void {
  const { random, rows } = making
  const memberships = rows.of('membership')
  const admin = memberships.find(({ roles }) => (roles as readonly string[]).includes('ADMIN'))
  const little = rows.of('organization').find(({ id }) => id !== manager.organizationId)
  if (!admin || !little) throw new Error('the demo has no admin, or no second organization')
  for (const one of WAITING) addWaiting(making, manager.organizationId, String(admin['id']), one)
  rows.add('membership', {
    organization_id: manager.organizationId,
    id: random.uuid(),
    display_name: 'Wes Callahan',
    roles: ['PEER'],
    joined_on: admin['joined_on'],
    disabled_at: new Date(making.now.getTime() - 40 * 24 * HOUR_MS).toISOString(),
  })
  const twin = random.uuid()
  rows.add('membership', { ...admin, organization_id: little['id'], id: twin, joined_on: making.today })
  const decided = (organizationId: unknown, step: string, by: unknown) =>
    rows.add('organization_setup_step', {
      organization_id: organizationId,
      step,
      done_at: making.now.toISOString(),
      decided_by: by,
    })
  for (const step of SETUP_STEPS) decided(manager.organizationId, step, admin['id'])
  for (const step of ['ORGANIZATION', 'HELP_CONTACTS']) decided(little['id'], step, twin)
}

/** The admin asks to be a manager too: the auditor finds it, and nothing comes of it without them. */
export function addDemoRoleRequest({ random, rows, now }: DemoMaking): void {
  const admin = rows.of('membership').find(({ roles }) => (roles as readonly string[]).includes('ADMIN'))
  rows.add('role_request', {
    organization_id: admin?.['organization_id'],
    id: random.uuid(),
    member_id: admin?.['id'],
    member_revision: 1,
    roles: ['ADMIN', 'MANAGER'],
    requested_at: new Date(now.getTime() - 5 * HOUR_MS).toISOString(),
    expires_at: new Date(now.getTime() + 163 * HOUR_MS).toISOString(),
  })
}

function addWaiting(
  { random, rows, now }: DemoMaking,
  organizationId: string,
  invitedBy: string,
  { name, email, roles, openFor }: (typeof WAITING)[number],
): void {
  const id = random.uuid()
  const expiresAt = now.getTime() + openFor * HOUR_MS
  rows.add('membership', {
    organization_id: organizationId,
    id,
    display_name: name,
    roles,
    joined_on: new Date(expiresAt - 72 * HOUR_MS).toISOString().slice(0, 10),
  })
  rows.add('invitation', {
    organization_id: organizationId,
    id: random.uuid(),
    email,
    display_name: name,
    roles,
    // Of a token that nobody has: a new link is made on the page of the members.
    token_hash: `\\x${createHash('sha256').update(random.uuid()).digest('hex')}`,
    invited_by: invitedBy,
    created_at: new Date(expiresAt - 72 * HOUR_MS).toISOString(),
    expires_at: new Date(expiresAt).toISOString(),
    membership_id: id,
  })
}
