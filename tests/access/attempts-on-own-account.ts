import { type Attempt, insertion, update } from './attempt.ts'
import { MEMBERS } from './walls-expected.ts'
import type { WallsWorld } from './walls-world.ts'

// Who may set whose preferences: everybody their own.

export function attemptsOnOwnAccount({ cast }: WallsWorld): Attempt[] {
  const { peer, colleague } = cast.actors
  return [
    insertion(
      'set own preferences',
      'member_preference',
      ['membership_id', 'theme'],
      (me) => [me, 'DARK'],
      MEMBERS,
    ),
    insertion(
      "set a colleague's preferences",
      'member_preference',
      ['membership_id', 'theme'],
      () => [colleague.id, 'DARK'],
      ['colleague'],
    ),
    update("change the peer's preferences", 'member_preference', "theme = 'DARK'", 'membership_id', peer.id, [
      'peer',
    ]),
  ]
}
