import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import type { RowPlacing } from './row-placing.ts'

/** A credential of the organization's own, a rule that it decided for itself, and one that it took back. */
export async function placeRules({ place, actors: { manager } }: RowPlacing) {
  const made = { credential: randomUUID(), version: randomUUID(), withdrawn: randomUUID() }
  await place('custom credential', 'custom_credential', {
    id: made.credential,
    name: 'Harbor recovery coach',
    abbreviation: 'HRC',
    state: 'OH',
    recorded_by: manager.id,
    recorded_at: NOW,
  })
  await place('change of a custom credential', 'custom_credential_change', {
    id: randomUUID(),
    custom_credential_id: made.credential,
    revision: 2,
    before: { name: 'Harbour coach' },
    after: { name: 'Harbor recovery coach' },
    changed_by: manager.id,
    changed_at: NOW,
  })
  const version = (id: string, number: number) =>
    place('custom rule version', 'renewal_rule_version', {
      id,
      credential_id: `custom-${made.credential}`,
      number,
      effective_from: `202${number}-01-01`,
      effective_to: `202${number}-12-31`,
      rule: {},
      reason: 'Our board says so',
      published_by: manager.id,
      published_at: NOW,
    })
  await version(made.version, 1)
  await version(made.withdrawn, 2)
  await place('end of a custom rule version', 'renewal_rule_end', {
    id: randomUUID(),
    version_id: made.withdrawn,
    reason: 'A slip of the pen',
    recorded_by: manager.id,
    recorded_at: NOW,
  })
  return made
}
