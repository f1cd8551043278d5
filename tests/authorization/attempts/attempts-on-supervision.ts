import { NOW } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from './attempt.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may close an agreement and sign it, and whom a peer keeps away.

const at = NOW.toISOString()

export function attemptsOnSupervision({ cast, supervision }: WallsWorld): Attempt[] {
  const { peer, educational } = cast.actors
  const { agreementInForce, closedAgreement } = supervision
  const sign = (label: string, values: Attempt['values'], allowed: Attempt['allowed']): Attempt =>
    insertion(
      label,
      'supervision_agreement_signature',
      ['agreement_id', 'member_id', 'peer_id', 'signed_at'],
      values,
      allowed,
    )
  const exclude = (label: string, values: Attempt['values'], allowed: Attempt['allowed']): Attempt =>
    insertion(label, 'exclusion_preference', ['peer_id', 'excluded_id', 'made_at'], values, allowed)
  return [
    update(
      'end a supervision agreement',
      'supervision_agreement',
      'ends_on = current_date',
      'id',
      agreementInForce,
      ['manager'],
    ),
    update(
      'reopen an ended supervision agreement',
      'supervision_agreement',
      'ends_on = null',
      'id',
      closedAgreement,
      [],
    ),
    sign('sign a supervision agreement', (me) => [agreementInForce, me, peer.id, at], [
      'peer',
      'educational',
    ]),
    sign('sign a supervision agreement as the peer', () => [agreementInForce, peer.id, peer.id, at], [
      'peer',
    ]),
    sign('sign a supervision agreement as if it were about oneself', (me) => [agreementInForce, me, me, at], [
      'peer',
    ]),
    sign('sign an ended supervision agreement', (me) => [closedAgreement, me, peer.id, at], []),
    exclude('exclude somebody from supervising oneself', (me) => [me, educational.id, at], [
      'peer',
      'colleague',
    ]),
    exclude('exclude somebody from supervising the peer', () => [peer.id, educational.id, at], ['peer']),
  ]
}
