import { createHash } from 'node:crypto'
import { addDays } from '@alongside/shared/calendar/plain-date'
import type { DemoPeople } from '../people/demo-people.ts'
import type { DemoMaking } from '../demo-rows.ts'
import { SeededRandom } from '../seeded-random.ts'
import { certificatePicture } from './demo-picture.ts'

/** Courses that peers entered: one waits with a photo of its certificate, one was sent back; others are planned. */
export function addDemoOwnCourses(making: DemoMaking, people: DemoPeople): void {
  // Chances of their own, so that what was made before comes out as it did.
  const ids = new SeededRandom(43)
  const idOf = (key: string): string => people.peers.find((peer) => peer.key === key)?.id ?? ''
  const [waiting, sentBack] = [ids.uuid(), ids.uuid()]
  addCourse(making, people, waiting, idOf('curtis'), {
    title: 'Motivational skills for peers',
    provider: 'Open Door Institute',
    daysAgo: 6,
    hours: 2,
    categories: ['coaching', 'peer-practice'],
  })
  addPicture(making, people, ids.uuid(), waiting, idOf('curtis'))
  addCourse(making, people, sentBack, idOf('rosa'), {
    title: 'Listening in a crisis',
    provider: null,
    daysAgo: 12,
    hours: 5,
    categories: ['general-behavioral-health'],
  })
  addSendBack(making, people, sentBack, idOf('rosa'))
  addPlan(making, people, ids.uuid(), idOf('rosa'), 'Boundaries refresher', 21, 3, ['boundaries'])
  addPlan(making, people, ids.uuid(), idOf('curtis'), 'Trauma basics online', -2, 2, ['trauma'])
}

interface Entered {
  readonly title: string
  readonly provider: string | null
  readonly daysAgo: number
  readonly hours: number
  readonly categories: readonly string[]
}

function addCourse(
  { rows, today, now }: DemoMaking,
  { manager: { organizationId } }: DemoPeople,
  id: string,
  peerId: string,
  { title, provider, daysAgo, hours, categories }: Entered,
): void {
  rows.add('ce_activity', {
    organization_id: organizationId,
    id,
    title,
    provider,
    held_on: addDays(today, -daysAgo),
    delivery_mode: null,
    recorded_by: peerId,
    recorded_at: now.toISOString(),
    earned_by: 'ATTENDING',
    credit_unit: 'CONTACT_HOURS',
    contents: [],
    origin: 'ENTERED_BY_HOLDER',
  })
  rows.add('ce_credit', {
    organization_id: organizationId,
    activity_id: id,
    peer_id: peerId,
    hours,
    categories,
  })
}

function addPicture(
  { rows, now }: DemoMaking,
  { manager: { organizationId } }: DemoPeople,
  id: string,
  courseId: string,
  peerId: string,
): void {
  const content = certificatePicture()
  const of = { organization_id: organizationId, peer_id: peerId }
  rows.add('evidence_file', {
    ...of,
    id,
    media_type: 'image/png',
    size_bytes: content.length,
    sha256: `\\x${createHash('sha256').update(content).digest('hex')}`,
    width: 840,
    height: 600,
    uploaded_at: now.toISOString(),
  })
  rows.add('evidence_chunk', { ...of, file_id: id, place: 0, data: `\\x${content.toString('hex')}` })
  rows.add('course_evidence', { ...of, course_id: courseId, file_id: id, attached_at: now.toISOString() })
}

function addSendBack(
  { rows, now }: DemoMaking,
  { manager: { organizationId, id: reviewedBy } }: DemoPeople,
  activityId: string,
  peerId: string,
): void {
  const at = now.toISOString()
  const of = { organization_id: organizationId, activity_id: activityId, peer_id: peerId }
  rows.add('course_review', {
    ...of,
    outcome: 'SENT_BACK',
    reason: 'NO_CERTIFICATE',
    reviewed_by: reviewedBy,
    reviewed_at: at,
  })
  const credit = rows.of('ce_credit').find((row) => row['activity_id'] === activityId)
  if (credit) Object.assign(credit, { voided_by: reviewedBy, voided_at: at })
}

function addPlan(
  { rows, today }: DemoMaking,
  { manager: { organizationId } }: DemoPeople,
  id: string,
  peerId: string,
  title: string,
  inDays: number,
  hours: number,
  categories: readonly string[],
): void {
  rows.add('planned_course', {
    organization_id: organizationId,
    id,
    peer_id: peerId,
    title,
    held_on: addDays(today, inDays),
    hours,
    credit_unit: 'CONTACT_HOURS',
    categories,
    planned_at: addDays(today, -10),
  })
}
