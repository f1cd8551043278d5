import { NOW, TODAY } from '../../support/fixed-today.ts'
import type { WallsWorld } from '../walls-world.ts'
import { type Attempt, insertion } from '../attempts/attempt.ts'

// Who may write on the way to the next renewal.

const at = NOW.toISOString()

export function attemptsOnRenewals({ cast, history }: WallsWorld): Attempt[] {
  const { peer, auditor } = cast.actors
  const columns = ['certification_id', 'reminded_on', 'peer_id', 'recorded_at', 'recorded_by']
  return [
    insertion(
      'remind of a renewal',
      'renewal_reminder',
      columns,
      (me) => [history.certification, TODAY, peer.id, at, me],
      ['manager'],
    ),
    insertion(
      'remind of a renewal in the name of another',
      'renewal_reminder',
      columns,
      () => [history.certification, TODAY, peer.id, at, auditor.id],
      [],
    ),
    insertion(
      'remind of a renewal on another day',
      'renewal_reminder',
      columns,
      (me) => [history.certification, '2026-06-01', peer.id, at, me],
      [],
    ),
  ]
}
