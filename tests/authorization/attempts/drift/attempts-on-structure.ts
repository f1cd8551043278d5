import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../../support/fixed-today.ts'
import type { WallsWorld } from '../../walls-world.ts'
import { type Attempt, insertion, update } from '../attempt.ts'

// Who plans what changes about an agency, and who says what came of it: the managers, in their own name and today.

const COLUMNS = [
  ...['id', 'host_agency_id', 'concern', 'rule_version', 'plan', 'owner_id', 'due_on', 'written_by'],
  'written_at',
]

export function attemptsOnStructure({ cast, agencyId }: WallsWorld): Attempt[] {
  const { manager } = cast.actors
  const at = NOW.toISOString()
  const plan = (writtenBy: string, writtenAt = at) => [
    ...[randomUUID(), agencyId, 'ORDERED_PARTICIPATION', 1, 'Y', manager.id, TODAY, writtenBy],
    writtenAt,
  ]
  const ending = "ended_by = access.membership_id(), outcome = 'Y', ended_on = "
  const end = (label: string, set: string, allowed: Attempt['allowed']) =>
    update(label, 'structural_plan', set, 'concern', 'ONLY_PEER_IN_AGENCY', allowed)
  return [
    insertion('plan about an agency', 'structural_plan', COLUMNS, (me) => plan(me), ['manager']),
    insertion(
      "plan about an agency in the manager's name",
      'structural_plan',
      COLUMNS,
      () => plan(manager.id),
      ['manager'],
    ),
    insertion(
      'plan about an agency for another day',
      'structural_plan',
      COLUMNS,
      (me) => plan(me, '2026-01-01T12:00:00Z'),
      [],
    ),
    end('end a plan about an agency', `${ending}access.today()`, ['manager']),
    end('end a plan about an agency for another day', `${ending}'2026-01-01'`, []),
  ]
}
