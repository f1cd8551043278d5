import { randomUUID } from 'node:crypto'
import { type Builders, cast } from '../support/builders.ts'
import { NOW, THIS_WEEK } from '../support/fixed-today.ts'

/** A row that stands in the database, and how to look for it. */
export interface PlacedRow {
  readonly label: string
  readonly table: string
  readonly where: Readonly<Record<string, string>>
}

/** The text that stands in the private field of a row: found anywhere, it says whose it is. */
export function secretOf(label: string, organizationId: string): string {
  // The figure is a number, so its marker is one.
  if (label === 'figure') return String(1_000_000 + Number.parseInt(organizationId.slice(0, 6), 16))
  return `marker ${label} of ${organizationId.slice(0, 8)}`
}

export type Cast = Awaited<ReturnType<typeof cast>>
export type ActorName = keyof Cast['actors']
export interface WallsWorld {
  readonly cast: Cast
  readonly rows: readonly PlacedRow[]
  /** The same rows in another organization, about members of the same ids: no wall but the organization's holds them back. */
  readonly twins: readonly PlacedRow[]
  readonly flags: { unopened: string; opened: string; released: string; weekOld: string }
  /** Sessions that their holder has just logged, with the segment that another wrote missing. */
  readonly justLogged: Readonly<Record<'administrative' | 'educational' | 'supportive', string>>
  readonly pastCheckIn: string
  readonly agencyId: string
  /** Ids that a curious caller could try: of people, certifications, sessions, flags. */
  readonly ids: readonly string[]
}

const EARLIER = '2026-06-01T12:00:00Z'
const WEEK_AND_MORE_AGO = '2026-06-10T12:59:00Z'
const LAST_MONTH = '2026-05-18'

/** One row of every table about one peer, placed past the walls. */
export async function buildWallsWorld(build: Builders): Promise<WallsWorld> {
  const world = await cast(build)
  const { peer, colleague, stranger } = world.actors
  const own = await placeRows(build, world, world.organization.id, world.hostAgencyId)
  const twinAgency = await build.hostAgency(world.elsewhere)
  for (const actor of Object.values(world.actors).filter(
    (one) => one.organizationId === world.organization.id,
  )) {
    const accountId = randomUUID()
    await build.insert('account', {
      id: accountId,
      email: `twin-${accountId}@example.org`,
      password_hash: 'none',
    })
    await build.insert('membership', {
      organization_id: world.elsewhere.id,
      id: actor.id,
      account_id: accountId,
      display_name: 'Twin',
      roles: ['PEER'],
      joined_on: LAST_MONTH,
    })
  }
  const twin = await placeRows(build, world, world.elsewhere.id, twinAgency)
  const person = (label: string, organization_id: string, id: string): PlacedRow => ({
    label,
    table: 'membership',
    where: { organization_id, id },
  })
  const rows = [
    ...own.rows,
    { label: 'organization', table: 'organization', where: { id: world.organization.id } },
    { label: 'account', table: 'account', where: { id: peer.accountId } },
    person('membership', world.organization.id, peer.id),
    person('membership of a colleague', world.organization.id, colleague.id),
  ]
  const twins = [
    ...twin.rows,
    { label: 'organization', table: 'organization', where: { id: world.elsewhere.id } },
    { label: 'account', table: 'account', where: { id: stranger.accountId } },
    person('membership', world.elsewhere.id, peer.id),
  ]
  return {
    ...own,
    cast: world,
    rows,
    twins,
    agencyId: world.hostAgencyId,
    ids: [
      peer.id,
      colleague.id,
      own.certification,
      twin.certification,
      own.session,
      ...Object.values(own.flags),
      twin.flags.opened,
    ],
  }
}

async function placeRows(build: Builders, { actors }: Cast, organization_id: string, host_agency_id: string) {
  const rows: PlacedRow[] = []
  const secret = (label: string): string => secretOf(label, organization_id)
  const place = async (
    label: string,
    table: string,
    row: Record<string, unknown>,
    key = ['organization_id', 'id'],
  ): Promise<void> => {
    const whole = { organization_id, ...row }
    await build.insert(table, whole)
    rows.push({
      label,
      table,
      where: Object.fromEntries(
        key.map((column) => [column, String((whole as Record<string, unknown>)[column])]),
      ),
    })
  }
  const { peer, colleague, administrative, educational, supportive, manager, admin } = actors
  const peer_id = peer.id
  const ids = Array.from({ length: 12 }, () => randomUUID())
  const [agreement = '', certification = '', activity = '', session = '', groupSession = ''] = ids

  await place('help contact', 'help_contact', { id: randomUUID(), label: 'Peer line', phone: '555-0100' })
  await place('host agency', 'host_agency', {
    id: randomUUID(),
    name: 'Court',
    kind: 'COURT',
    state: 'OH',
    sequential_intercept: 3,
  })
  await place('invitation', 'invitation', {
    id: randomUUID(),
    email: 'x@example.org',
    display_name: 'X',
    roles: ['PEER'],
    token_hash: Buffer.from(randomUUID()),
    invited_by: admin.id,
    created_at: NOW,
    expires_at: NOW,
  })
  await place('placement', 'placement', {
    id: randomUUID(),
    peer_id,
    host_agency_id,
    job_title: 'PEER_BRIDGER',
    starts_on: LAST_MONTH,
  })
  await place('agreement', 'supervision_agreement', { id: agreement, peer_id, agreed_on: LAST_MONTH })
  await place(
    'agreement term',
    'supervision_agreement_term',
    { agreement_id: agreement, type: 'SUPPORTIVE', peer_id, cadence_days: 7 },
    ['organization_id', 'agreement_id', 'type'],
  )
  await place('relationship', 'supervision_relationship', {
    id: randomUUID(),
    supervisor_id: manager.id,
    peer_id,
    type: 'SUPPORTIVE',
    starts_on: LAST_MONTH,
    proposed_at: NOW,
  })

  for (const [name, id, attendees] of [
    ['session', session, [peer]],
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
    'submission',
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

  const recorded = { recorded_by: manager.id, recorded_at: NOW }
  await place('certification', 'certification', {
    id: certification,
    peer_id,
    number: secret('certification'),
    credential_id: 'us-oh-cprs',
    issued_on: LAST_MONTH,
    ...recorded,
  })
  await place('status period', 'certification_status_period', {
    id: randomUUID(),
    certification_id: certification,
    peer_id,
    status: 'ACTIVE',
    starts_on: LAST_MONTH,
  })
  await place('course', 'ce_activity', {
    id: activity,
    title: secret('course'),
    held_on: LAST_MONTH,
    delivery_mode: 'IN_PERSON',
    ...recorded,
  })
  await place('credit', 'ce_credit', { activity_id: activity, peer_id, hours: 3, categories: ['ethics'] }, [
    'organization_id',
    'activity_id',
    'peer_id',
  ])

  const flags = {
    unopened: randomUUID(),
    opened: randomUUID(),
    released: randomUUID(),
    weekOld: randomUUID(),
  }
  const flag = {
    peer_id,
    raised_by_kind: 'PEER',
    raised_by_id: peer_id,
    cause: 'STRUCTURE',
    told_at: EARLIER,
  }
  await place('flag not opened', 'drift_flag', {
    ...flag,
    evidence: secret('flag not opened'),
    id: flags.unopened,
    told_at: NOW,
  })
  await place('flag opened', 'drift_flag', {
    ...flag,
    evidence: secret('flag opened'),
    id: flags.opened,
    opened_at: EARLIER,
  })
  await place('flag told a week ago', 'drift_flag', {
    ...flag,
    evidence: secret('flag told a week ago'),
    id: flags.weekOld,
    told_at: WEEK_AND_MORE_AGO,
  })
  await place('flag released', 'drift_flag', {
    ...flag,
    evidence: secret('flag released'),
    id: flags.released,
    opened_at: EARLIER,
    released_at: NOW,
    released_as: 'STRUCTURE',
  })
  await place(
    'figure',
    'drift_signal_figure',
    { flag_id: flags.opened, peer_id, figure: secret('figure'), threshold: 30, entries: '[]' },
    ['organization_id', 'flag_id'],
  )
  for (const [name, flag_id] of [
    ['not opened', flags.unopened],
    ['opened', flags.opened],
    ['released', flags.released],
  ] as const) {
    await place(`own view on a flag ${name}`, 'drift_flag_own_view', {
      id: randomUUID(),
      flag_id,
      peer_id,
      text: secret(`own view on a flag ${name}`),
      written_at: NOW,
    })
    await place(`step of a flag ${name}`, 'drift_flag_step', {
      id: randomUUID(),
      flag_id,
      peer_id,
      from_status: 'OPEN',
      to_status: 'DISCUSSED',
      reason: secret(`step of a flag ${name}`),
      taken_by: peer_id,
      taken_at: NOW,
    })
  }
  return { rows, flags, justLogged, pastCheckIn, certification, session }
}
