import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import { EARLIER, LAST_MONTH, type RowPlacing } from './row-placing.ts'

/** Contacts, agencies, and how the peer is placed and supervised. */
export async function placePeople(placing: RowPlacing) {
  const { place, secret, actors, host_agency_id } = placing
  const { peer, manager } = actors
  const peer_id = peer.id
  const agreement = randomUUID()
  await place('help contact', 'help_contact', { id: randomUUID(), label: 'Peer line', phone: '555-0100' })
  await place('host agency', 'host_agency', {
    id: randomUUID(),
    name: 'Court',
    kind: 'COURT',
    state: 'OH',
    sequential_intercept: 3,
  })
  await place('placement', 'placement', {
    id: randomUUID(),
    peer_id,
    host_agency_id,
    job_title: 'PEER_BRIDGER',
    starts_on: '2023-05-18',
    ends_on: '2023-06-30',
  })
  await place('supervision agreement', 'supervision_agreement', {
    id: agreement,
    peer_id,
    agreed_on: LAST_MONTH,
  })
  await place(
    'supervision agreement term',
    'supervision_agreement_term',
    {
      agreement_id: agreement,
      type: 'SUPPORTIVE',
      peer_id,
      cadence_days: 7,
      confidence: secret('supervision agreement term'),
    },
    ['organization_id', 'agreement_id', 'type'],
  )
  await place(
    'administrative term of a supervision agreement',
    'supervision_agreement_term',
    { agreement_id: agreement, type: 'ADMINISTRATIVE', peer_id, cadence_days: 7 },
    ['organization_id', 'agreement_id', 'type'],
  )
  await place('role request', 'role_request', {
    id: randomUUID(),
    member_id: manager.id,
    member_revision: 1,
    roles: ['MANAGER', 'ADMIN'],
    requested_at: NOW,
    expires_at: '2026-06-20T13:00:00Z',
  })
  await place('supervision relationship', 'supervision_relationship', {
    id: randomUUID(),
    supervisor_id: manager.id,
    peer_id,
    type: 'SUPPORTIVE',
    starts_on: LAST_MONTH,
    proposed_at: NOW,
  })
  return agreement
}

/** A session alone, one in a group, the notes of each type, and sessions just logged. */
export async function placeSessions(placing: RowPlacing) {
  const { place, secret, build, actors, organization_id } = placing
  const { peer, colleague, administrative, educational, supportive } = actors
  const peer_id = peer.id
  const [session, groupSession] = [randomUUID(), randomUUID()]
  for (const [name, id, attendees] of [
    ['supervision session', session, [peer]],
    ['group session', groupSession, [peer, colleague]],
  ] as const) {
    const held = { supervisor_id: educational.id, held_on: LAST_MONTH, logged_at: EARLIER }
    await place(name, 'supervision_session', {
      id,
      ...held,
      minutes: 60,
      status: 'HELD',
      format: 'GROUP',
      modality: 'VIDEO',
    })
    for (const { id: attendee } of attendees) {
      await place(
        `attendance of a ${name}`,
        'session_attendance',
        { session_id: id, peer_id: attendee, minutes: 60, ...held },
        ['organization_id', 'session_id', 'peer_id'],
      )
    }
    for (const type of ['ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE']) {
      await place(`segment of a ${name}`, 'session_segment', { session_id: id, type, minutes: 20 }, [
        'organization_id',
        'session_id',
        'type',
      ])
    }
  }
  await place(
    'idempotency key of a session',
    'session_submission',
    {
      supervisor_id: educational.id,
      idempotency_key: randomUUID(),
      session_id: session,
      body_hash: Buffer.alloc(32),
    },
    ['organization_id', 'session_id'],
  )
  const justLogged = { administrative: randomUUID(), educational: randomUUID(), supportive: randomUUID() }
  for (const [type, holder] of [
    ['administrative', administrative],
    ['educational', educational],
    ['supportive', supportive],
  ] as const) {
    const held = { supervisor_id: holder.id, held_on: LAST_MONTH, logged_at: NOW }
    const session_id = justLogged[type]
    await build.insert('supervision_session', {
      organization_id,
      id: session_id,
      ...held,
      minutes: 60,
      status: 'HELD',
      format: 'INDIVIDUAL',
      modality: 'PHONE',
    })
    await build.insert('session_attendance', { organization_id, session_id, peer_id, minutes: 60, ...held })
    const other = type === 'educational' ? 'SUPPORTIVE' : 'EDUCATIONAL'
    await build.insert('session_segment', { organization_id, session_id, type: other, minutes: 60 })
  }
  const note = { session_id: session, about_peer_id: peer_id, activities: [], written_at: EARLIER }
  await place('administrative note', 'administrative_note', {
    id: randomUUID(),
    ...note,
    note: secret('administrative note'),
    supervisor_id: administrative.id,
  })
  await place('educational note', 'educational_note', {
    id: randomUUID(),
    ...note,
    note: secret('educational note'),
    supervisor_id: educational.id,
  })
  await place('supportive note', 'supportive_note', {
    id: randomUUID(),
    ...note,
    note: secret('supportive note'),
    supervisor_id: supportive.id,
  })
  for (const [type, holder] of [
    ['administrative', administrative],
    ['educational', educational],
    ['supportive', supportive],
  ] as const) {
    await place(`${type} group note`, `${type}_note`, {
      ...note,
      note: secret(`${type} group note`),
      id: randomUUID(),
      session_id: groupSession,
      about_peer_id: null,
      supervisor_id: holder.id,
    })
  }
  await placeNotesFromBefore(placing)
  return { justLogged, session }
}

/** Held and written by the same supervisor, in supervision that had ended before the one of today began. */
async function placeNotesFromBefore({
  place,
  secret,
  build,
  actors,
  organization_id,
}: RowPlacing): Promise<void> {
  const { peer } = actors
  for (const type of ['administrative', 'educational', 'supportive'] as const) {
    const session_id = randomUUID()
    const held = { supervisor_id: actors[type].id, held_on: '2023-06-01', logged_at: EARLIER }
    const row = { organization_id, session_id }
    await build.insert('supervision_session', {
      ...{ organization_id, id: session_id, ...held, minutes: 60 },
      ...{ status: 'HELD', format: 'INDIVIDUAL', modality: 'PHONE' },
    })
    await build.insert('session_attendance', { ...row, peer_id: peer.id, minutes: 60, ...held })
    await build.insert('session_segment', { ...row, type: type.toUpperCase(), minutes: 60 })
    await place(`${type} note from before the supervision`, `${type}_note`, {
      ...{ id: randomUUID(), session_id, about_peer_id: peer.id, activities: [], written_at: EARLIER },
      note: secret(`${type} note from before the supervision`),
      supervisor_id: actors[type].id,
    })
  }
}
