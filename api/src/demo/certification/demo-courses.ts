import { addDays } from '@alongside/shared/calendar/plain-date'
import type { DemoPeople } from '../people/demo-people.ts'
import type { DemoMaking } from '../demo-rows.ts'
import { SeededRandom } from '../seeded-random.ts'

interface ParticularCourse {
  readonly peer: string
  readonly daysAgo: number
  readonly hours: number
  readonly title: string
  readonly provider: string
  readonly categories: readonly string[]
  readonly more?: Readonly<Record<string, unknown>>
  /** What was typed first; it was corrected. */
  readonly slipHours?: number
}

/** What "show me why" has something to say about: college credits, teaching, the same course twice, content that a board may refuse. */
const COURSES: readonly ParticularCourse[] = [
  {
    peer: 'desmond',
    daysAgo: 210,
    hours: 1,
    title: 'Helping skills, spring term',
    provider: 'River Bend Community College',
    categories: ['peer-practice'],
    more: { earned_by: 'COLLEGE_COURSE', credit_unit: 'SEMESTER_HOURS' },
  },
  {
    peer: 'rosa',
    daysAgo: 95,
    hours: 2,
    title: 'Boundaries that hold',
    provider: 'State Peer Academy',
    categories: ['boundaries', 'ethics'],
    more: { earned_by: 'TEACHING', approved_by: ['ICB'] },
  },
  ...[60, 60].map((daysAgo) => ({
    peer: 'curtis',
    daysAgo,
    hours: 2,
    title: 'Finding a way through the system',
    provider: 'Open Door Institute',
    categories: ['system-navigation'],
  })),
  {
    peer: 'leon',
    daysAgo: 40,
    hours: 4,
    title: 'First aid',
    provider: 'County Health',
    categories: ['health-and-wellness'],
    more: { contents: ['FIRST_AID'], approved_by: [] },
    slipHours: 40,
  },
]

/** The version with the slip of the hand; of its own, so that what was made before comes out as it did. */
const SLIP_ID = new SeededRandom(42).uuid()

export function addDemoCourses(making: DemoMaking, people: DemoPeople): void {
  const { rows, today, now } = making
  // Chances of their own, so that what was made before comes out as it did.
  const ids = new SeededRandom(41)
  const { id: recordedBy, organizationId } = people.manager
  for (const { peer, daysAgo, hours, title, provider, categories, more = {}, slipHours } of COURSES) {
    const id = ids.uuid()
    const course = {
      organization_id: organizationId,
      id,
      title,
      provider,
      held_on: addDays(today, -daysAgo),
      delivery_mode: 'IN_PERSON',
      recorded_by: recordedBy,
      recorded_at: now.toISOString(),
      earned_by: 'ATTENDING',
      credit_unit: 'CONTACT_HOURS',
      contents: [],
      ...more,
    }
    const peerId = people.peers.find(({ key }) => key === peer)?.id
    const credit = { organization_id: organizationId, activity_id: id, peer_id: peerId, hours, categories }
    if (slipHours !== undefined) {
      const slip = { activity_id: SLIP_ID, hours: slipHours }
      rows.add('ce_activity', { ...course, id: SLIP_ID })
      rows.add('ce_credit', { ...credit, ...slip, voided_by: recordedBy, voided_at: now.toISOString() })
    }
    rows.add('ce_activity', slipHours === undefined ? course : { ...course, version_of: SLIP_ID })
    rows.add('ce_credit', credit)
  }
}
