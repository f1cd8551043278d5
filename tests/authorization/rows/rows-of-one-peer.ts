import { randomUUID } from 'node:crypto'
import { NOW, THIS_WEEK } from '../../support/fixed-today.ts'
import { BEFORE_THE_RESET, EARLIER, LAST_MONTH, RESET_AT, type RowPlacing } from './row-placing.ts'

/** Before the day on which supervision of the peer began. */
const LONG_BEFORE = '2023-06-01T12:00:00Z'
const WEEK_AND_MORE_AGO = '2026-06-10T12:59:00Z'
const IN_A_MINUTE = new Date(NOW.getTime() + 60_000)

/** A check-in of this week and one of a past week. */
export async function placeCheckIns(placing: RowPlacing) {
  const { place, secret, actors } = placing
  const peer_id = actors.peer.id
  const checkIn = {
    peer_id,
    week_felt: 2,
    instrument_version: 1,
    body_hash: Buffer.alloc(32),
    submitted_at: NOW,
  }
  await place('check-in of this week', 'weekly_check_in', {
    id: randomUUID(),
    line: secret('check-in of this week'),
    week_start: THIS_WEEK,
    idempotency_key: randomUUID(),
    ...checkIn,
  })
  const pastCheckIn = randomUUID()
  await place('check-in of a past week', 'weekly_check_in', {
    id: pastCheckIn,
    line: secret('check-in of a past week'),
    week_start: LAST_MONTH,
    idempotency_key: randomUUID(),
    ...checkIn,
  })
  await placing.build.insert('check_in_lock', {
    account_id: actors.peer.accountId,
    locked_before: RESET_AT,
  })
  await place('check-in from before a password reset', 'weekly_check_in', {
    ...checkIn,
    id: randomUUID(),
    line: secret('check-in from before a password reset'),
    week_start: '2025-05-26',
    idempotency_key: randomUUID(),
    submitted_at: BEFORE_THE_RESET,
  })
  return pastCheckIn
}

/** A certification with its status and a course that counts toward it. */
export async function placeCertification(placing: RowPlacing) {
  const { place, secret, actors } = placing
  const { peer, manager } = actors
  const peer_id = peer.id
  const [certification, activity] = [randomUUID(), randomUUID()]
  const recorded = { recorded_by: manager.id, recorded_at: NOW }
  await place('certification', 'certification', {
    id: certification,
    peer_id,
    number: secret('certification'),
    credential_id: 'us-oh-cprs',
    issued_on: LAST_MONTH,
    ...recorded,
  })
  // Its assessment is there from the first moment, by a trigger.
  placing.rows.push({
    label: 'assessment of a certification',
    table: 'certification_assessment',
    where: { organization_id: placing.organization_id, certification_id: certification },
  })
  await place(
    'status of a certification',
    'certification_status',
    { certification_id: certification, peer_id, status: 'CURRENT' },
    ['organization_id', 'certification_id'],
  )
  await place('board status', 'board_status_period', {
    id: randomUUID(),
    certification_id: certification,
    peer_id,
    status: 'ACTIVE',
    starts_on: LAST_MONTH,
    ...recorded,
  })
  await place('CE course', 'ce_activity', {
    id: activity,
    title: secret('CE course'),
    held_on: LAST_MONTH,
    delivery_mode: 'IN_PERSON',
    ...recorded,
  })
  await place(
    'CE credit',
    'ce_credit',
    { activity_id: activity, peer_id, hours: 3, categories: ['ethics'] },
    ['organization_id', 'activity_id', 'peer_id'],
  )
  await place('catalogue report', 'catalogue_report', {
    id: randomUUID(),
    credential_id: 'us-oh-cprs',
    what_changed: secret('catalogue report'),
    reported_by: actors.manager.id,
    reported_at: NOW,
  })
  return certification
}

/** Flags before and after the peer opened and released them, with figure, responses and steps. */
export async function placeFlags(placing: RowPlacing) {
  const { place, secret, actors } = placing
  const peer_id = actors.peer.id
  const flags = {
    unopened: randomUUID(),
    opened: randomUUID(),
    released: randomUUID(),
    weekOld: randomUUID(),
    before: randomUUID(),
    sharedOn: randomUUID(),
    closed: randomUUID(),
    forOne: randomUUID(),
    undoable: randomUUID(),
    relationship: randomUUID(),
  }
  const flag = {
    peer_id,
    raised_by_kind: 'PEER',
    raised_by_id: peer_id,
    cause: 'STRUCTURE',
    raised_at: EARLIER,
  }
  await place('flag not opened', 'drift_flag', {
    ...flag,
    evidence: secret('flag not opened'),
    id: flags.unopened,
    raised_at: NOW,
  })
  await place('draft of a flag', 'drift_flag_draft', {
    id: randomUUID(),
    peer_id,
    evidence: secret('draft of a flag'),
    saved_at: NOW,
  })
  await place('draft of a flag from before a password reset', 'drift_flag_draft', {
    id: randomUUID(),
    peer_id,
    evidence: secret('draft of a flag from before a password reset'),
    saved_at: BEFORE_THE_RESET,
  })
  await place('flag opened', 'drift_flag', {
    ...flag,
    evidence: secret('flag opened'),
    id: flags.opened,
    opened_at: EARLIER,
  })
  await place('flag unopened for 7 days', 'drift_flag', {
    ...flag,
    evidence: secret('flag unopened for 7 days'),
    id: flags.weekOld,
    raised_at: WEEK_AND_MORE_AGO,
  })
  await place('flag from before the supervision', 'drift_flag', {
    ...flag,
    evidence: secret('flag from before the supervision'),
    id: flags.before,
    raised_at: LONG_BEFORE,
    opened_at: LONG_BEFORE,
  })
  await place('flag from before, shared on', 'drift_flag', {
    ...flag,
    evidence: secret('flag from before, shared on'),
    id: flags.sharedOn,
    raised_at: LONG_BEFORE,
    opened_at: LONG_BEFORE,
  })
  await place('flag closed', 'drift_flag', {
    ...flag,
    evidence: secret('flag closed'),
    id: flags.closed,
    opened_at: EARLIER,
    status: 'NOT_DRIFT',
  })
  await place('flag for one chosen reader', 'drift_flag', {
    ...flag,
    evidence: secret('flag for one chosen reader'),
    id: flags.forOne,
    opened_at: EARLIER,
    only_chosen_readers: true,
  })
  await place('flag that can still be undone', 'drift_flag', {
    ...flag,
    evidence: secret('flag that can still be undone'),
    id: flags.undoable,
    raised_at: NOW,
    opened_at: IN_A_MINUTE,
  })
  await shareOn(placing, flags)
  await place('flag released', 'drift_flag', {
    ...flag,
    evidence: secret('flag released'),
    id: flags.released,
    opened_at: EARLIER,
    released_at: NOW,
    released_as: 'STRUCTURE',
  })
  await place(
    'figure of a drift signal',
    'drift_signal_figure',
    {
      flag_id: flags.opened,
      peer_id,
      figure: secret('figure of a drift signal'),
      threshold: 30,
      entries: '[]',
    },
    ['organization_id', 'flag_id'],
  )
  for (const [name, flag_id] of [
    ['not opened', flags.unopened],
    ['opened', flags.opened],
    ['released', flags.released],
    ['from before', flags.before],
    ['from before, shared on', flags.sharedOn],
    ['for one chosen reader', flags.forOne],
    ['that can still be undone', flags.undoable],
  ] as const) {
    await place(`response to a flag ${name}`, 'drift_flag_response', {
      id: randomUUID(),
      flag_id,
      peer_id,
      text: secret(`response to a flag ${name}`),
      written_at: NOW,
    })
    await place(`step of a flag ${name}`, 'drift_flag_step', {
      id: randomUUID(),
      flag_id,
      peer_id,
      number: 1,
      from_status: 'OPEN',
      to_status: 'DISCUSSED',
      reason: secret(`step of a flag ${name}`),
      taken_by: peer_id,
      taken_at: NOW,
    })
  }
  return flags
}

/** With a relationship of the educational supervisor that is in force now. */
async function shareOn(
  { place, build, actors, organization_id }: RowPlacing,
  flags: { sharedOn: string; forOne: string; undoable: string; relationship: string },
): Promise<void> {
  const { peer, educational } = actors
  const { relationship: relationship_id } = flags
  await build.insert('supervision_relationship', {
    organization_id,
    id: relationship_id,
    supervisor_id: educational.id,
    peer_id: peer.id,
    type: 'EDUCATIONAL',
    starts_on: LAST_MONTH,
    ends_on: '2026-12-31',
    proposed_at: EARLIER,
    accepted_at: EARLIER,
  })
  const reader = (label: string, flag_id: string, shared_at: Date | string) =>
    place(label, 'drift_flag_share', { flag_id, relationship_id, peer_id: peer.id, shared_at }, [
      'organization_id',
      'flag_id',
      'relationship_id',
    ])
  await reader('reader whom the peer added', flags.sharedOn, NOW)
  await reader('reader whom the peer chose', flags.forOne, NOW)
  await reader('reader whom the peer chose right now', flags.undoable, IN_A_MINUTE)
}
