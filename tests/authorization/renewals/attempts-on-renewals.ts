import { NOW, TODAY } from '../../support/fixed-today.ts'
import { SUBMISSION } from './rows-of-renewals.ts'
import type { WallsWorld } from '../walls-world.ts'
import { type Attempt, insertion, update } from '../attempts/attempt.ts'

// Who may write on the way to the next renewal.

const at = NOW.toISOString()

export function attemptsOnRenewals({ cast, history }: WallsWorld): Attempt[] {
  const { peer, auditor, supportive, educational } = cast.actors
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
    ...attemptsOnSubmissions(peer.id, auditor.id, history.certification),
    insertion(
      'pause reminders',
      'renewal_pause',
      ['certification_id', 'peer_id', 'paused_until'],
      () => [history.certification, peer.id, TODAY],
      ['peer'],
    ),
    update(
      'pause reminders for years',
      'renewal_pause',
      "paused_until = '2036-07-01'",
      'peer_id',
      peer.id,
      [],
    ),
    update('pause reminders longer', 'renewal_pause', `paused_until = '2026-07-01'`, 'peer_id', peer.id, [
      'peer',
    ]),
    ...attemptsOnConfirmations(peer.id, supportive.id, educational.id, history.certification),
    ...attemptsOnGoals(peer.id, auditor.id),
    insertion(
      'attest a renewal',
      'renewal_attestation',
      ['certification_id', 'cycle_ends_on', 'peer_id', 'attested_at'],
      () => [history.certification, '2028-06-16', peer.id, at],
      ['peer'],
    ),
    insertion(
      'record the cause of a lapse',
      'lapse_cause',
      ['certification_id', 'expired_on', 'cause', 'peer_id', 'recorded_at', 'recorded_by'],
      (me) => [history.certification, '2026-06-01', 'OTHER', peer.id, at, me],
      ['manager'],
    ),
    insertion(
      'record the cause of a lapse in the name of another',
      'lapse_cause',
      ['certification_id', 'expired_on', 'cause', 'peer_id', 'recorded_at', 'recorded_by'],
      () => [history.certification, '2026-06-01', 'OTHER', peer.id, at, auditor.id],
      [],
    ),
  ]
}

function attemptsOnSubmissions(peerId: string, auditorId: string, certificationId: string): Attempt[] {
  const columns = [
    'certification_id',
    'cycle_ends_on',
    'submitted_on',
    'peer_id',
    'recorded_at',
    'recorded_by',
  ]
  const row = (by: string) => [certificationId, '2028-06-16', TODAY, peerId, at, by]
  const decided = `outcome = 'RETURNED', decided_on = '${TODAY}', return_reason = 'OTHER', decided_by = `
  return [
    insertion('submit a renewal', 'renewal_submission', columns, (me) => row(me), ['peer', 'manager']),
    insertion(
      'submit a renewal in the name of another',
      'renewal_submission',
      columns,
      () => row(auditorId),
      [],
    ),
    insertion(
      'submit a renewal as decided already',
      'renewal_submission',
      [...columns, 'outcome', 'decided_on', 'decided_by'],
      (me) => [...row(me), 'APPROVED', TODAY, me],
      [],
    ),
    {
      label: 'decide about a renewal',
      table: 'renewal_submission',
      sql: `update renewal_submission set ${decided} $3 where organization_id = $1 and id = $2`,
      values: (me, organization) => [organization, SUBMISSION, me],
      allowed: ['manager'],
    },
    {
      label: 'void the submission of a renewal',
      table: 'renewal_submission',
      sql: 'update renewal_submission set voided_by = $3, voided_at = $4 where organization_id = $1 and id = $2',
      values: (me, organization) => [organization, SUBMISSION, me, at],
      allowed: ['manager'],
    },
    update(
      'decide about a renewal in the name of another',
      'renewal_submission',
      `${decided} '${auditorId}'`,
      'id',
      SUBMISSION,
      [],
    ),
  ]
}

function attemptsOnConfirmations(
  peerId: string,
  supportiveId: string,
  educationalId: string,
  certificationId: string,
): Attempt[] {
  const columns = ['certification_id', 'peer_id', 'supervisor_id', 'cycle_ends_on', 'credential', 'asked_at']
  const row = (supervisorId: string) => [certificationId, peerId, supervisorId, '2028-06-16', 'TN CPRS', at]
  const answered = `answered_at = '${at}', outcome`
  return [
    insertion(
      'ask a supervisor to confirm a renewal',
      'supervisor_attestation',
      columns,
      () => row(educationalId),
      ['peer'],
    ),
    insertion(
      'ask somebody to confirm a renewal who supervises nobody',
      'supervisor_attestation',
      columns,
      (me) => row(me),
      [],
    ),
    update(
      'confirm a renewal',
      'supervisor_attestation',
      `${answered} = 'ATTESTED'`,
      'supervisor_id',
      supportiveId,
      ['supportive'],
    ),
    update(
      'ask a supervisor no more',
      'supervisor_attestation',
      `withdrawn_at = '${at}'`,
      'supervisor_id',
      supportiveId,
      ['peer'],
    ),
  ]
}

function attemptsOnGoals(peerId: string, auditorId: string): Attempt[] {
  const columns = ['peer_id', 'credential_id', 'chosen_by', 'chosen_at']
  const chosen = (by: string) => `credential_id = 'us-az-cprs', chosen_at = '${at}', chosen_by = '${by}'`
  return [
    insertion(
      'choose a goal of their own',
      'certification_goal',
      columns,
      (me) => [me, 'us-oh-cprs', me, at],
      ['peer', 'colleague', 'manager'],
    ),
    insertion(
      'choose a goal in the name of another',
      'certification_goal',
      columns,
      (me) => [me, 'us-oh-cprs', auditorId, at],
      [],
    ),
    {
      label: 'change a goal',
      table: 'certification_goal',
      sql: `update certification_goal set credential_id = 'us-az-cprs', chosen_at = $4, chosen_by = $3
             where organization_id = $1 and peer_id = $2`,
      values: (me, organization) => [organization, peerId, me, at],
      allowed: ['peer', 'manager'],
    },
    update(
      'change a goal in the name of another',
      'certification_goal',
      chosen(auditorId),
      'peer_id',
      peerId,
      [],
    ),
  ]
}
