import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from './attempt.ts'
import type { WallsWorld } from '../walls-world.ts'

const at = NOW.toISOString()

/** Who may keep credentials of the organization's own, and decide and withdraw rules; nobody under another's name. */
export function attemptsOnRules({ rules, cast }: WallsWorld): Attempt[] {
  const other = cast.actors.admin.id
  const name = (label: string, by: (me: string) => string): string =>
    by('me') === 'me' ? label : `${label} in the name of another`
  const credential = (by: (me: string) => string, allowed: Attempt['allowed']) =>
    insertion(
      name('add a custom credential', by),
      'custom_credential',
      ['id', 'name', 'abbreviation', 'state', 'recorded_by', 'recorded_at'],
      (me) => [randomUUID(), randomUUID(), 'Y', 'OH', by(me), at],
      allowed,
    )
  const version = (by: (me: string) => string, allowed: Attempt['allowed']) =>
    insertion(
      name('publish a custom rule version', by),
      'renewal_rule_version',
      ['credential_id', 'number', 'rule', 'reason', 'published_by', 'published_at'],
      (me) => ['us-oh-cprs', 1, '{}', 'Y', by(me), at],
      allowed,
    )
  const withdrawal = (by: (me: string) => string, allowed: Attempt['allowed']) =>
    insertion(
      name('end a custom rule version', by),
      'renewal_rule_end',
      ['version_id', 'reason', 'recorded_by', 'recorded_at'],
      (me) => [rules.version, 'Y', by(me), at],
      allowed,
    )
  const change = (by: (me: string) => string, allowed: Attempt['allowed']) =>
    insertion(
      name('record a change of a custom credential', by),
      'custom_credential_change',
      ['custom_credential_id', 'revision', 'before', 'after', 'changed_by', 'changed_at'],
      (me) => [rules.credential, 9, '{}', '{}', by(me), at],
      allowed,
    )
  // Nothing changes, so the row that keeps a change does not stand in the way.
  const corrections = [
    update(
      'correct a custom credential',
      'custom_credential',
      'revision = revision',
      'id',
      rules.credential,
      ['manager'],
    ),
  ]
  const insertions = [credential, version, withdrawal, change].flatMap((attempt) => [
    attempt((me) => me, ['manager']),
    attempt(() => other, []),
  ])
  return [...insertions, ...corrections]
}
