import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import { EARLIER, LAST_MONTH, type RowPlacing } from './row-placing.ts'

/** As it is put right. */
export const ISSUED_ON = '2026-04-17'

/** A renewed certificate, a look into the register, and hours of service. */
export async function placeCertificationHistory(
  { place, secret, actors }: RowPlacing,
  certification: string,
) {
  const made = { term: randomUUID(), serviceHours: randomUUID() }
  const recorded = { peer_id: actors.peer.id, recorded_by: actors.manager.id, recorded_at: NOW }
  await place('renewal', 'certification_term', {
    id: made.term,
    certification_id: certification,
    starts_on: TODAY,
    expires_on: '2028-06-16',
    ...recorded,
  })
  await place('board verification', 'certification_verification', {
    id: randomUUID(),
    certification_id: certification,
    checked_on: TODAY,
    source: 'register.example.org',
    result: 'DIFFERS',
    note: secret('board verification'),
    ...recorded,
  })
  await place('corrected original issue date', 'issue_day_correction', {
    id: randomUUID(),
    certification_id: certification,
    issued_on_before: LAST_MONTH,
    issued_on: ISSUED_ON,
    ...recorded,
  })
  await place('earlier number of a certification', 'certification_number_change', {
    id: randomUUID(),
    certification_id: certification,
    number_before: secret('earlier number of a certification'),
    number: null,
    ...recorded,
  })
  await place('earlier answer about a holder', 'earlier_holder_answer', {
    id: randomUUID(),
    certification_id: certification,
    question: 'supervises-others',
    held: true,
    ends_on: LAST_MONTH,
    revision: 1,
    ...recorded,
  })
  await place('service hours', 'service_hours', {
    id: made.serviceHours,
    starts_on: LAST_MONTH,
    ends_on: TODAY,
    hours: 40,
    ...recorded,
  })
  return { ...made, certification, ...(await placeProof({ place, secret, actors })) }
}

type Placing = Pick<RowPlacing, 'place' | 'secret' | 'actors'>

/** Courses that the peer entered, one of them reviewed; a certificate with a look at it; a plan. */
async function placeProof({ place, secret, actors }: Placing) {
  const made = { ownCourse: randomUUID(), reviewed: randomUUID(), evidence: randomUUID(), plan: randomUUID() }
  const peer_id = actors.peer.id
  for (const [label, credit, id] of [
    ['CE course entered by its holder', 'CE credit of the holder', made.ownCourse],
    ['CE course that was reviewed', 'CE credit that was reviewed', made.reviewed],
  ] as const) {
    const entered = { title: secret(label), held_on: LAST_MONTH, origin: 'ENTERED_BY_HOLDER' }
    await place(label, 'ce_activity', { id, ...entered, recorded_by: peer_id, recorded_at: NOW })
    const hours = { activity_id: id, peer_id, hours: 3, categories: ['ethics'] }
    await place(credit, 'ce_credit', hours, ['organization_id', 'activity_id', 'peer_id'])
  }
  // What was just written, in the moment before its hours are.
  const alone = { id: randomUUID(), title: 'Ethics', held_on: LAST_MONTH, origin: 'ENTERED_BY_HOLDER' }
  await place('CE entry without hours', 'ce_activity', {
    ...alone,
    recorded_by: peer_id,
    recorded_at: NOW,
  })
  await place(
    'review of CE hours',
    'course_review',
    {
      activity_id: made.reviewed,
      peer_id,
      outcome: 'CONFIRMED',
      reviewed_by: actors.manager.id,
      reviewed_at: NOW,
    },
    ['organization_id', 'activity_id', 'peer_id'],
  )
  const file = { file_id: made.evidence, peer_id }
  await place('evidence file', 'evidence_file', {
    id: made.evidence,
    peer_id,
    media_type: 'image/png',
    size_bytes: 4,
    sha256: Buffer.alloc(32, 7),
    uploaded_at: NOW,
  })
  await place(
    'piece of an evidence file',
    'evidence_chunk',
    { ...file, place: 0, data: Buffer.from('data') },
    ['organization_id', 'file_id', 'place'],
  )
  await place(
    'evidence of CE hours',
    'course_evidence',
    { ...file, course_id: made.ownCourse, attached_at: NOW },
    ['organization_id', 'course_id', 'file_id'],
  )
  // Of another time: it opens nothing today.
  const look = { id: randomUUID(), viewer_id: actors.manager.id, looked_at: EARLIER }
  await place('look at an evidence file', 'evidence_look', { ...file, ...look, in_transaction: 1 })
  await place('planned course', 'planned_course', {
    id: made.plan,
    peer_id,
    title: secret('planned course'),
    held_on: '2026-12-01',
    hours: 3,
    credit_unit: 'CONTACT_HOURS',
    categories: ['ethics'],
    planned_at: NOW,
  })
  return made
}
