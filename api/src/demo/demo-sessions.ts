import { addDays, daysBetween, type PlainDate } from '@alongside/shared/calendar/plain-date'
import { ACTIVITIES_OF_TYPE, type SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { DemoMember, DemoPeer, DemoPeople } from './people/demo-people.ts'
import type { DemoMaking, DemoRow, DemoRows } from './demo-rows.ts'
import { SeededRandom } from './seeded-random.ts'

const NOTE_TABLE = {
  ADMINISTRATIVE: 'administrative_note',
  EDUCATIONAL: 'educational_note',
  SUPPORTIVE: 'supportive_note',
} as const
const NOTES = {
  ADMINISTRATIVE: [
    'Went through next month and swapped two evenings.',
    'Agreed which meetings to skip.',
    'Looked at the visit log together.',
  ],
  EDUCATIONAL: [
    'Talked through a first meeting that felt rushed.',
    'Practised saying what a peer does and does not do.',
    'Picked a course for spring.',
  ],
  SUPPORTIVE: ['A heavy week; planned a quiet Friday.', 'Good to hear what went well.', null],
} as const
const USUAL_MINUTES = { ADMINISTRATIVE: [30, 45], EDUCATIONAL: [45, 60], SUPPORTIVE: [30, 45, 60] } as const

/** Mostly on track, a few due this week, a few overdue. */
const LAST_SESSION_DAYS_AGO = [1, 3, 5, 2, 13, 4, 1, 19, 2, 6, 3] as const

/** Sessions by each relationship's rhythm over the months, a few late or left out; some due now, some overdue. */
export function addDemoSessions(making: DemoMaking, people: DemoPeople, since: PlainDate): void {
  const { random, today } = making
  people.peers.forEach((peer, index) => {
    peer.supervision.forEach(({ type, supervisor, cadenceDays, since: startedOn }, nth) => {
      // The last session lies a different while back for each, so that a team shows every state.
      const lastHeldOn = addDays(
        today,
        -(LAST_SESSION_DAYS_AGO[(index * 3 + nth) % LAST_SESSION_DAYS_AGO.length] ?? 1),
      )
      let heldOn = startedOn > since ? startedOn : since
      while (daysBetween(heldOn, lastHeldOn) > cadenceDays / 2) {
        if (random.chance(0.93)) addSession(making, { peers: [peer], supervisor, type, heldOn })
        heldOn = addDays(heldOn, Math.max(3, cadenceDays + random.pick([-1, 0, 0, 1, 2])))
      }
      // One was logged with a slip of the hand first, and corrected.
      const isCorrected = index === 0 && nth === 0
      const last = { peers: [peer], supervisor, type, heldOn: lastHeldOn, isCorrected }
      if (lastHeldOn >= startedOn) addSession(making, last)
    })
  })
  addGroupSessions(making, people, since)
}

/** A monthly group of the lead supervisor with the peers of one agency. */
function addGroupSessions(making: DemoMaking, people: DemoPeople, since: PlainDate): void {
  const supervisor = people.peers[0]?.supervision.find(({ type }) => type === 'EDUCATIONAL')?.supervisor
  if (!supervisor) return
  for (let heldOn = addDays(since, 20); heldOn < addDays(making.today, -6); heldOn = addDays(heldOn, 28)) {
    const peers = people.peers.filter((peer) =>
      peer.supervision.some(
        (one) => one.supervisor.id === supervisor.id && one.type === 'EDUCATIONAL' && one.since <= heldOn,
      ),
    )
    if (peers.length > 1)
      addSession(making, { peers: peers.slice(0, 6), supervisor, type: 'EDUCATIONAL', heldOn })
  }
}

interface DemoSession {
  readonly peers: readonly DemoPeer[]
  readonly supervisor: DemoMember
  readonly type: SupervisionType
  readonly heldOn: PlainDate
  readonly isCorrected?: boolean
}

/** Of its own, so that what was made before comes out as it did. */
const SLIP_ID = new SeededRandom(43).uuid()

/** A version of a session, with who was there and what it was about. */
function addVersion(rows: DemoRows, version: DemoRow, { peers, type }: DemoSession): void {
  const { organization_id, id: session_id, minutes, supervisor_id, held_on, logged_at } = version
  rows.add('supervision_session', version)
  for (const { id: peer_id } of peers) {
    const attendance = { organization_id, session_id, peer_id, minutes }
    rows.add('session_attendance', { ...attendance, supervisor_id, held_on, logged_at })
  }
  rows.add('session_segment', { organization_id, session_id, type, minutes })
}

function addSession(making: DemoMaking, session: DemoSession): void {
  const { random, rows } = making
  const { peers, supervisor, type, heldOn, isCorrected = false } = session
  const isGroup = peers.length > 1
  const [sessionId, minutes, loggedAt] = [
    random.uuid(),
    isGroup ? 60 : random.pick(USUAL_MINUTES[type]),
    `${heldOn}T20:00:00Z`,
  ]
  const organization_id = supervisor.organizationId
  const version = {
    organization_id,
    id: sessionId,
    supervisor_id: supervisor.id,
    held_on: heldOn,
    minutes,
    status: 'HELD',
    format: isGroup ? 'GROUP' : 'INDIVIDUAL',
    modality: random.pick(['IN_PERSON', 'IN_PERSON', 'VIDEO', 'PHONE']),
    observed: type === 'EDUCATIONAL' && random.chance(0.1),
    logged_at: loggedAt,
  }
  if (isCorrected) {
    const slip = { id: SLIP_ID, minutes: 10 * minutes, logged_at: `${heldOn}T19:55:00Z` }
    const voided = { voided_by: supervisor.id, voided_at: loggedAt }
    addVersion(rows, { ...version, ...slip, ...voided }, session)
  }
  addVersion(rows, isCorrected ? { ...version, version_of: SLIP_ID } : version, session)
  const activities = ACTIVITIES_OF_TYPE[type].filter(() => random.chance(0.4))
  const note = random.chance(0.5) ? random.pick(NOTES[type]) : null
  if (activities.length === 0 && note === null) return
  rows.add(NOTE_TABLE[type], {
    organization_id,
    id: random.uuid(),
    session_id: sessionId,
    type,
    about_peer_id: isGroup ? null : peers[0]?.id,
    supervisor_id: supervisor.id,
    activities,
    note,
    written_at: loggedAt,
  })
}
