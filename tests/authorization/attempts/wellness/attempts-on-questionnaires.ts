import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../../support/fixed-today.ts'
import type { WallsWorld } from '../../walls-world.ts'
import { type Attempt, insertion, update } from '../attempt.ts'

// Who may reflect for themselves, and share what they have finished: nobody for somebody else, nothing half done.

const at = NOW.toISOString()
const LATER = '2026-07-10T12:00:00Z'

export function attemptsOnQuestionnaires(world: WallsWorld): Attempt[] {
  return [...attemptsToAnswer(world), ...attemptsToShare(world)]
}

function attemptsToAnswer({ cast }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const reflect = (
    label: string,
    of: (me: string) => string,
    allowed: Attempt['allowed'],
    days: readonly string[] = [TODAY, TODAY],
  ) =>
    insertion(
      label,
      'ethics_reflection',
      ['id', 'member_id', 'version', 'started_on', 'finished_on', 'answers', 'saved_at'],
      (me) => [randomUUID(), of(me), 1, ...days, Array(27).fill(3), at],
      allowed,
    )
  const finish = (label: string, set: string, allowed: Attempt['allowed']) =>
    update(label, 'ethics_reflection', set, 'member_id', peer.id, allowed)
  return [
    reflect('reflect on ethics', (me) => me, ['peer', 'colleague']),
    reflect('reflect on ethics for the peer', () => peer.id, ['peer']),
    reflect('reflect on ethics on another day', (me) => me, [], ['2026-06-01', '2026-06-01']),
    finish("finish the peer's ethics reflection", 'finished_on = access.today(), saved_at = access.now()', [
      'peer',
    ]),
    finish(
      "finish the peer's ethics reflection on another day",
      "finished_on = '2026-06-01', saved_at = access.now()",
      [],
    ),
    finish(
      "unlock the peer's ethics reflection by a later day",
      "finished_on = access.today(), saved_at = '2027-01-01'",
      [],
    ),
  ]
}

function attemptsToShare({ rows, wellness }: WallsWorld): Attempt[] {
  const idOf = (label: string) => rows.find((row) => row.label === label)?.where['id']
  const share = (label: string, kind: string, column: string, of: string, allowed: Attempt['allowed']) =>
    insertion(
      label,
      'share_ticket',
      ['id', 'owner_id', 'relationship_id', 'kind', column, 'scope', 'created_at', 'expires_at'],
      (me) => [randomUUID(), me, wellness.relationship, kind, idOf(of), 'EVERYTHING', at, LATER],
      allowed,
    )
  const proqol = (label: string, of: string, allowed: Attempt['allowed']) =>
    share(label, 'PROQOL', 'proqol_response_id', of, allowed)
  const ethics = (label: string, of: string, allowed: Attempt['allowed']) =>
    share(label, 'ETHICS_REFLECTION', 'ethics_reflection_id', of, allowed)
  return [
    proqol('share a finished ProQOL', 'finished ProQOL answers', ['peer']),
    proqol('share an open ProQOL', 'ProQOL answers', []),
    proqol('share a locked ProQOL', 'ProQOL answers from before a password reset', []),
    ethics('share a finished ethics reflection', 'finished ethics reflection', ['peer']),
    ethics('share an open ethics reflection', 'ethics reflection', []),
    ethics('share a locked ethics reflection', 'ethics reflection from before a password reset', []),
  ]
}
