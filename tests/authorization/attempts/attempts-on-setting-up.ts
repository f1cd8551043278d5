import { randomUUID } from 'node:crypto'
import { type Attempt, insertion, update } from './attempt.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may change the organization's settings, its help contacts, and what was decided about setting up.

export function attemptsOnSettingUp({ cast }: WallsWorld): Attempt[] {
  const { admin } = cast.actors
  return [
    {
      label: 'rename the organization',
      table: 'organization',
      sql: "update organization set name = 'Y' where id = $1",
      values: (_me, organizationId) => [organizationId],
      allowed: ['admin'],
    },
    insertion(
      'add a help contact',
      'help_contact',
      ['id', 'label', 'phone'],
      () => [randomUUID(), 'Y', '988'],
      ['admin'],
    ),
    update('remove a help contact', 'help_contact', 'removed_at = now()', 'label', 'Peer line', ['admin']),
    insertion(
      'decide a setup step',
      'organization_setup_step',
      ['step', 'decided_by'],
      (me) => ['PEOPLE', me],
      ['admin'],
    ),
    insertion(
      "decide a setup step in the admin's name",
      'organization_setup_step',
      ['step', 'decided_by'],
      () => ['PEOPLE', admin.id],
      ['admin'],
    ),
    insertion(
      "decide a setup step in nobody's name",
      'organization_setup_step',
      ['step'],
      () => ['PEOPLE'],
      [],
    ),
    {
      label: 'change a decision on a setup step',
      table: 'organization_setup_step',
      sql: "update organization_setup_step set done_at = null, decided_by = $2 where organization_id = $1 and step = 'TEAMS'",
      values: (me, organizationId) => [organizationId, me],
      allowed: ['admin'],
    },
    {
      label: 'change a decision on a setup step in the name of another',
      table: 'organization_setup_step',
      sql: "update organization_setup_step set decided_by = $2 where organization_id = $1 and step = 'TEAMS'",
      values: (_me, organizationId) => [organizationId, cast.actors.manager.id],
      allowed: [],
    },
  ]
}
