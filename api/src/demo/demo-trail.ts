import type { DemoPeople } from './people/demo-people.ts'
import type { DemoMaking, DemoRow } from './demo-rows.ts'

const DAY_MS = 86_400_000

/**
 * What people changed over the last weeks, for the auditor to read: beside it stand the entries that loading the demo
 * left by itself. Oldest first, since entries are numbered as they come.
 */
export function addDemoTrail({ rows, now }: DemoMaking, { manager, organizationId }: DemoPeople): void {
  const members = rows.of('membership').filter((one) => one['organization_id'] === organizationId)
  const holderOf = (role: string): DemoRow | undefined =>
    members.find(({ roles, account_id }) => account_id && (roles as readonly string[]).includes(role))
  const [admin, auditor] = [holderOf('ADMIN'), holderOf('AUDITOR')]
  if (!admin) throw new Error('the demo has no admin')
  const add = (daysAgo: number, by: unknown, entry: DemoRow): void =>
    rows.add('audit_entry', {
      organization_id: organizationId,
      at: new Date(now.getTime() - daysAgo * DAY_MS).toISOString(),
      actor_id: by,
      subject_id: null,
      person_id: null,
      ...entry,
    })
  for (const gone of members.filter((one) => one['disabled_at']))
    add(40, admin['id'], {
      area: 'ACCOUNT',
      action: 'CHANGED',
      subject: 'membership',
      subject_id: gone['id'],
      person_id: gone['id'],
      facts: { disabled_at: { from: null, to: gone['disabled_at'] } },
    })
  const counted = rows
    .of('placement')
    .filter((one) => one['organization_id'] === organizationId && one['caseload_size'])
  for (const [place, { id, peer_id, caseload_size }] of counted.slice(0, 6).entries())
    add(30 - place * 4, peer_id, {
      area: 'PEOPLE',
      action: 'CHANGED',
      subject: 'placement',
      subject_id: id,
      person_id: peer_id,
      facts: { caseload_size: { from: Number(caseload_size) - 2, to: caseload_size } },
    })
  const saved = { area: 'EXPORT', action: 'EXPORTED' }
  add(6, manager.id, { ...saved, subject: 'peers', facts: { rows: counted.length } })
  if (auditor) add(2, auditor['id'], { ...saved, subject: 'audit_entry', facts: { rows: 48 } })
}
