import { addDays } from '@alongside/shared/calendar/plain-date'
import {
  SKILL_RATINGS,
  SUPERVISOR_SKILLS,
} from '@alongside/shared/supervision/competencies/supervisor-skills'
import type { DemoMaking } from '../demo-rows.ts'
import type { DemoMember, DemoPeople } from '../people/demo-people.ts'
import { SeededRandom } from '../seeded-random.ts'

/** Of its own, so that what was made before comes out as it did. */
const SEED = 44
const LEAVE_OF = 'omar'
/** Named already, with no agreement yet. */
const WITHOUT_SCHEDULE = 'Noor Haddad'

/** What a supervisor has for themselves, a leave ahead that moves a day, and somebody whose agreement sets no schedule. */
export function addDemoOversight({ rows, today, now }: DemoMaking, people: DemoPeople): void {
  const random = new SeededRandom(SEED)
  const organization_id = people.organizationId
  const lead = people.peers[0]?.supervision.find(({ type }) => type === 'EDUCATIONAL')?.supervisor
  if (!lead) throw new Error('nobody gives educational supervision')
  addReflections({ rows, today, now, random }, lead)
  const away = people.peers.find(({ key }) => key === LEAVE_OF)
  rows.add('leave_period', {
    organization_id,
    id: random.uuid(),
    peer_id: away?.id,
    starts_on: addDays(today, 2),
    ends_on: addDays(today, 12),
    entered_by: away?.id,
    entered_at: now.toISOString(),
  })
  for (const [supervisor_id, full_time_share] of [
    [lead.id, 1],
    [people.peers[0]?.supervision.find(({ type }) => type === 'SUPPORTIVE')?.supervisor.id, 0.8],
  ] as const)
    rows.add('supervisor_time', {
      ...{ organization_id, supervisor_id, full_time_share, starts_on: addDays(today, -90) },
      recorded_by: people.manager.id,
      recorded_at: now.toISOString(),
    })
  const newcomer = rows.of('membership').find((row) => row['display_name'] === WITHOUT_SCHEDULE)
  const proposed = `${addDays(today, -3)}T15:00:00Z`
  rows.add('supervision_relationship', {
    organization_id,
    id: random.uuid(),
    supervisor_id: lead.id,
    peer_id: newcomer?.['id'],
    type: 'ADMINISTRATIVE',
    starts_on: addDays(today, -2),
    proposed_at: proposed,
    accepted_at: proposed,
    supervisor_has_peer_experience: true,
    is_substitute: false,
  })
}

/** Two, half a year apart: somewhat further the second time. */
function addReflections({ rows, today, random }: DemoMaking, lead: DemoMember): void {
  const first = SUPERVISOR_SKILLS.map(() => Math.floor(random.next() * 3))
  for (const [daysAgo, step] of [
    [180, 0],
    [3, 1],
  ] as const) {
    const ratings = SUPERVISOR_SKILLS.map((skill, at) => [
      skill,
      SKILL_RATINGS[(first[at] ?? 0) + (at % 2) * step],
    ])
    rows.add('supervisor_reflection', {
      organization_id: lead.organizationId,
      member_id: lead.id,
      answered_on: addDays(today, -daysAgo),
      ratings: Object.fromEntries(ratings),
      saved_at: `${addDays(today, -daysAgo)}T15:00:00Z`,
    })
  }
}
