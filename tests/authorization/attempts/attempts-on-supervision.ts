import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from './attempt.ts'
import { SUPERVISORS } from '../walls-expected.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may close an agreement and sign it, and whom a peer keeps away.

const at = NOW.toISOString()

const TOMORROW = '2026-06-18'

/** Who may assign whom, and from when: nobody themselves, and nobody before the peer was told. */
function attemptsOnAssigning({ cast }: WallsWorld): Attempt[] {
  const { colleague, educational } = cast.actors
  const assign = (label: string, values: Attempt['values'], allowed: Attempt['allowed']): Attempt =>
    insertion(
      label,
      'supervision_relationship',
      ['supervisor_id', 'peer_id', 'type', 'starts_on', 'proposed_at', 'accepted_at'],
      values,
      allowed,
    )
  return [
    assign(
      'assign an educational supervisor from tomorrow',
      () => [educational.id, colleague.id, 'EDUCATIONAL', TOMORROW, at, at],
      ['manager'],
    ),
    assign(
      'assign an educational supervisor from today',
      () => [educational.id, colleague.id, 'EDUCATIONAL', TODAY, at, at],
      [],
    ),
    assign(
      'assign an educational supervisor as told last month',
      () => [educational.id, colleague.id, 'EDUCATIONAL', TOMORROW, '2026-05-17T12:00:00Z', at],
      [],
    ),
    assign(
      'name oneself as a supervisor',
      (me) => [me, colleague.id, 'ADMINISTRATIVE', TOMORROW, at, at],
      [],
    ),
  ]
}

/** Who closes a flag, opens it again, and shares it on: the peer alone. */
function attemptsOnFlags({ cast, flags }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const { opened, before, closed, forOne, undoable } = flags
  const move = (label: string, status: string, flag: string, allowed: Attempt['allowed']): Attempt =>
    update(label, 'drift_flag', `status = '${status}'`, 'id', flag, allowed)
  const step = (from: string, to: string, flag: string, allowed: Attempt['allowed']): Attempt =>
    insertion(
      `write down a step from ${from} to ${to}`,
      'drift_flag_step',
      ['flag_id', 'peer_id', 'from_status', 'to_status', 'taken_by', 'taken_at'],
      (me) => [flag, peer.id, from, to, me, at],
      allowed,
    )
  const supervised = ['peer', 'educational', 'supportive'] as const
  return [
    ...['RESOLVED', 'NOT_DRIFT', 'NOT_AGREED'].map((to) =>
      move(`move an opened flag to ${to}`, to, opened, ['peer']),
    ),
    move('propose that an opened flag is part of the role', 'PROPOSED_NOT_DRIFT', opened, supervised),
    move('open a closed flag again', 'OPEN', closed, ['peer']),
    move('move a flag from before the supervision', 'DISCUSSED', before, ['peer']),
    step('PLANNED', 'RESOLVED', opened, ['peer']),
    step('OPEN', 'NOT_DRIFT', opened, ['peer']),
    step('PROPOSED_NOT_DRIFT', 'NOT_AGREED', opened, ['peer']),
    step('OPEN', 'PROPOSED_NOT_DRIFT', opened, supervised),
    step('NOT_DRIFT', 'OPEN', closed, ['peer']),
    step('OPEN', 'DISCUSSED', before, ['peer']),
    move('move a flag for one chosen reader', 'DISCUSSED', forOne, ['peer', 'educational']),
    move('move a flag that can still be undone', 'DISCUSSED', undoable, ['peer']),
    step('PLANNED', 'PROPOSED_RESOLVED', forOne, ['peer', 'educational']),
    insertion(
      'keep a draft of a flag',
      'drift_flag_draft',
      ['id', 'peer_id', 'evidence', 'saved_at'],
      (me) => [randomUUID(), me, 'Rides to court', at],
      ['peer', 'colleague'],
    ),
    insertion(
      'keep a draft of a flag in the name of the peer',
      'drift_flag_draft',
      ['id', 'peer_id', 'evidence', 'saved_at'],
      () => [randomUUID(), peer.id, 'Rides to court', at],
      ['peer'],
    ),
    insertion(
      'share a flag with a supervisor',
      'drift_flag_share',
      ['flag_id', 'relationship_id', 'peer_id', 'shared_at'],
      () => [before, flags.relationship, peer.id, at],
      ['peer'],
    ),
  ]
}

export function attemptsOnSupervision(world: WallsWorld): Attempt[] {
  const { cast, session, supervision } = world
  const { peer, educational, auditor } = cast.actors
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
    insertion(
      label,
      'exclusion_preference',
      ['peer_id', 'excluded_id', 'made_by', 'made_at'],
      values,
      allowed,
    )
  return [
    ...attemptsOnAssigning(world),
    ...attemptsOnFlags(world),
    {
      label: 'void a supervision session',
      table: 'supervision_session',
      sql: 'update supervision_session set voided_by = $3, voided_at = $4 where organization_id = $1 and id = $2',
      values: (me, organization) => [organization, session, me, at],
      allowed: ['educational'],
    },
    update(
      'void a supervision session in the name of another',
      'supervision_session',
      `voided_by = '${peer.id}', voided_at = '${at}'`,
      'id',
      session,
      [],
    ),
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
    exclude('exclude somebody from supervising oneself', (me) => [me, auditor.id, me, at], [
      'peer',
      'colleague',
      ...SUPERVISORS,
      'manager',
    ]),
    exclude('exclude somebody from supervising the peer', (me) => [peer.id, educational.id, me, at], [
      'peer',
      'educational',
      'manager',
    ]),
    exclude('exclude somebody in the name of the peer', () => [peer.id, educational.id, peer.id, at], [
      'peer',
    ]),
  ]
}
