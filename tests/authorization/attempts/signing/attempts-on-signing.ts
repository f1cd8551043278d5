import { randomUUID } from 'node:crypto'
import { NOW } from '../../../support/fixed-today.ts'
import type { WallsWorld } from '../../walls-world.ts'
import { type Attempt, insertion } from '../attempt.ts'

// Who may sign, acknowledge, comment and amend: nobody for another, and nobody what is not theirs.

const now = NOW.toISOString()

/** The session is the educational supervisor's, with a part of each type; nobody has signed it. */
export function attemptsOnSigning({ cast, session, signing, supervision }: WallsWorld): Attempt[] {
  const { peer, educational } = cast.actors
  const { first, second } = signing.toAmend
  const sign = (label: string, values: Attempt['values'], allowed: Attempt['allowed']): Attempt =>
    insertion(
      label,
      'session_signature',
      ['session_id', 'signer_id', 'supervisor_id', 'peer_id', 'kind', 'signed_at'],
      values,
      allowed,
    )
  const holder = educational.id
  return [
    sign('sign a session', (me) => [session, me, holder, null, 'SIGNED', now], ['educational']),
    sign('sign a session as its holder', () => [session, holder, holder, null, 'SIGNED', now], [
      'educational',
    ]),
    sign('sign a session as of last month', (me) => [session, me, holder, null, 'SIGNED', EARLIER], []),
    sign('sign a session that was amended', () => [first, holder, holder, null, 'SIGNED', now], []),
    sign('acknowledge a session', (me) => [session, me, holder, me, 'ACKNOWLEDGED', now], ['peer']),
    sign(
      'acknowledge a session as the peer',
      () => [session, peer.id, holder, peer.id, 'ACKNOWLEDGED', now],
      ['peer'],
    ),
    ...(['administrative', 'educational', 'supportive'] as const).flatMap((type) => [
      insertion(
        `comment on the ${type} part of a session`,
        `${type}_comment`,
        ['id', 'session_id', 'peer_id', 'supervisor_id', 'comment', 'written_at'],
        (me) => [randomUUID(), session, me, holder, 'words', now],
        ['peer'],
      ),
      insertion(
        `comment on the ${type} part of a session in the name of the peer`,
        `${type}_comment`,
        ['id', 'session_id', 'peer_id', 'supervisor_id', 'comment', 'written_at'],
        () => [randomUUID(), session, peer.id, holder, 'words', now],
        ['peer'],
      ),
    ]),
    ...[supervision.agreementInForce, supervision.closedAgreement].map((agreement, at) =>
      insertion(
        `answer ${at === 0 ? 'an' : 'an ended'} agreement`,
        'supervision_agreement_objection',
        ['agreement_id', 'member_id', 'peer_id', 'line', 'made_at'],
        (me) => [agreement, me, peer.id, 'words', now],
        at === 0 ? ['peer', 'educational'] : [],
      ),
    ),
    insertion(
      'answer an agreement in the name of the peer',
      'supervision_agreement_objection',
      ['agreement_id', 'member_id', 'peer_id', 'line', 'made_at'],
      () => [supervision.agreementInForce, peer.id, peer.id, 'words', now],
      ['peer'],
    ),
    insertion(
      'record what qualifies a supervisor',
      'supervisor_qualification',
      ['id', 'supervisor_id', 'course', 'valid_from', 'recorded_by', 'recorded_at'],
      (me) => [randomUUID(), educational.id, 'Course', '2026-01-01', me, now],
      ['manager'],
    ),
    {
      label: 'void what qualifies a supervisor',
      table: 'supervisor_qualification',
      sql: 'update supervisor_qualification set voided_by = $3, voided_at = $4 where organization_id = $1 and id = $2',
      values: (me, organization) => [organization, signing.qualification, me, now],
      allowed: ['manager'],
    },
    insertion(
      'amend a signed session',
      'session_amendment',
      ['id', 'amends_id', 'session_id', 'supervisor_id', 'reason', 'amended_at'],
      (me) => [randomUUID(), first, second, me, 'WRONG_DATE', now],
      ['supportive'],
    ),
  ]
}

const EARLIER = '2026-06-01T12:00:00Z'
