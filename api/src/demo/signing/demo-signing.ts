import { addDays } from '@alongside/shared/calendar/plain-date'
import type { DemoPeer, DemoPeople } from '../people/demo-people.ts'
import type { DemoMaking, DemoRow } from '../demo-rows.ts'
import { SeededRandom } from '../seeded-random.ts'

const COMMENTS = [
  'We met in the parking lot first. It was closer to an hour.',
  'Thanks for making time. I would like to talk about nights again.',
  'All fine. Next time in person, please.',
] as const
/** Younger sessions wait for their signatures. */
const SIGNED_AFTER_DAYS = 3
const CONFIRMED_AFTER_DAYS = 6

/** Most sessions are signed and confirmed, the latest wait, a few have a comment, and one was amended. */
export function addDemoSigning(making: DemoMaking, people: DemoPeople): void {
  const { today, rows } = making
  addQualifications(making, people)
  // Of its own, so that what was made before comes out as it did.
  const random = new SeededRandom(44)
  const signatures: DemoRow[] = []
  const amended = addAmended(making, people, random)
  const typeOf = new Map(rows.of('session_segment').map((row) => [row['session_id'], String(row['type'])]))
  const heldBy = new Map(rows.of('supervision_session').map((row) => [row['id'], row]))
  for (const session of heldBy.values()) {
    const heldOn = String(session['held_on'])
    const isAmended = session['id'] === amended
    if (session['voided_at'] && !isAmended) continue
    if (heldOn > addDays(today, -SIGNED_AFTER_DAYS)) continue
    signatures.push(signatureOf(session, null, 'SIGNED', `${heldOn}T22:00:00Z`))
  }
  for (const attendance of rows.of('session_attendance')) {
    const session = heldBy.get(attendance['session_id'])
    const heldOn = String(attendance['held_on'])
    if (!session || session['voided_at'] || heldOn > addDays(today, -CONFIRMED_AFTER_DAYS)) continue
    if (random.chance(0.02)) continue
    const comment = random.chance(0.04) ? random.pick(COMMENTS) : null
    const signedAt = `${addDays(heldOn, random.whole(1, 4))}T13:00:00Z`
    const peerId = attendance['peer_id']
    if (comment)
      rows.add(`${typeOf.get(session['id'])?.toLowerCase() ?? 'administrative'}_comment`, {
        ...{ organization_id: session['organization_id'], id: random.uuid(), session_id: session['id'] },
        ...{ type: typeOf.get(session['id']), peer_id: peerId, supervisor_id: session['supervisor_id'] },
        ...{ comment, written_at: signedAt },
      })
    signatures.push(signatureOf(session, peerId, comment ? 'COMMENTED' : 'ACKNOWLEDGED', signedAt))
  }
  // The record chain has them in the order in which they were given.
  const inTime = signatures.toSorted((one, other) =>
    String(one['signed_at']) < String(other['signed_at']) ? -1 : 1,
  )
  for (const signature of inTime) rows.add('session_signature', signature)
}

function signatureOf(session: DemoRow, peer_id: unknown, kind: string, signed_at: string): DemoRow {
  const { organization_id, id: session_id, supervisor_id } = session
  const signer_id = peer_id ?? supervisor_id
  return { organization_id, session_id, signer_id, supervisor_id, peer_id, kind, signed_at }
}

/** An hour that was three quarters of one; returns the version that had been signed. */
function addAmended({ rows, today }: DemoMaking, people: DemoPeople, random: SeededRandom): string | null {
  const peer = people.peers.find(({ key }) => key === 'rosa')
  const given = peer?.supervision.find(({ type }) => type === 'EDUCATIONAL')
  if (!peer || !given) return null
  const heldOn = addDays(today, -24)
  const [first, second] = [random.uuid(), random.uuid()]
  const amendedAt = `${addDays(heldOn, 1)}T15:00:00Z`
  const { organizationId: organization_id } = peer
  const supervisor_id = given.supervisor.id
  const held = { organization_id, supervisor_id, held_on: heldOn, status: 'HELD' }
  const facts = { ...held, format: 'INDIVIDUAL', modality: 'IN_PERSON', observed: false }
  const voided = { voided_by: supervisor_id, voided_at: amendedAt }
  addVersion(rows, peer, { ...facts, id: first, minutes: 60, logged_at: `${heldOn}T20:00:00Z`, ...voided })
  addVersion(rows, peer, { ...facts, id: second, minutes: 45, logged_at: amendedAt, version_of: first })
  rows.add('session_amendment', {
    ...{ organization_id, id: random.uuid(), amends_id: first, session_id: second, supervisor_id },
    ...{ reason: 'WRONG_LENGTH', line: 'We had to stop early.', amended_at: amendedAt },
  })
  return first
}

function addVersion(rows: DemoMaking['rows'], peer: DemoPeer, version: DemoRow): void {
  const { organization_id, id: session_id, minutes, supervisor_id, held_on, logged_at } = version
  rows.add('supervision_session', version)
  const attendance = { organization_id, session_id, peer_id: peer.id, minutes }
  rows.add('session_attendance', { ...attendance, supervisor_id, held_on, logged_at })
  rows.add('session_segment', { organization_id, session_id, type: 'EDUCATIONAL', minutes })
}

/** Of the two who supervise most; of the others nothing is recorded. */
function addQualifications({ rows, today }: DemoMaking, people: DemoPeople): void {
  const random = new SeededRandom(45)
  const rosa = people.peers.find(({ key }) => key === 'rosa')
  for (const [type, days] of [
    ['EDUCATIONAL', null],
    ['SUPPORTIVE', -20],
  ] as const) {
    const supervisor = rosa?.supervision.find((one) => one.type === type)?.supervisor
    if (!supervisor) continue
    rows.add('supervisor_qualification', {
      ...{ organization_id: people.organizationId, id: random.uuid(), supervisor_id: supervisor.id },
      ...{
        course: 'Supervising peer support workers',
        hours: 16,
        certificate_number: `SPW-${random.whole(1000, 9999)}`,
      },
      ...{ valid_from: addDays(today, -700), valid_until: days === null ? null : addDays(today, days) },
      ...{ recorded_by: people.manager.id, recorded_at: `${addDays(today, -690)}T15:00:00Z` },
    })
  }
}
