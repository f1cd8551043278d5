import { addDays, startOfWeek } from '@alongside/shared/calendar/plain-date'
import { type Activity, catalogueActivity } from '@alongside/shared/drift/activities/activities'
import { totalsByFunction } from '@alongside/shared/drift/week/week-shape'
import type { DemoMaking } from '../demo-rows.ts'
import type { DemoPeople } from '../people/demo-people.ts'

interface DemoLine {
  readonly activity: Activity
  readonly hours: number
  readonly askedBy: string
}

/** Rides that the agency asks for take more of each week; the signal raises its flag when she looks in. */
const WEEKS: readonly (readonly DemoLine[])[] = [12, 12, 11, 10, 7, 4].map((rides) => [
  { activity: 'TALKING_FAMILY', hours: 22 - rides, askedBy: 'OWN_CHOICE' },
  { activity: 'LEADING_PEER_GROUP', hours: 6, askedBy: 'TEAM' },
  { activity: 'FINDING_HOUSING', hours: 6, askedBy: 'OWN_CHOICE' },
  { activity: 'DRIVING_TO_APPOINTMENTS', hours: rides, askedBy: 'HOST_AGENCY' },
  { activity: 'DOCUMENTING_CONTACTS', hours: 4, askedBy: 'POLICY' },
])

/** Six weeks of Tamika's, the oldest of them shown to her supervisors as totals only. */
export function addDemoWeeks({ rows, random, today }: DemoMaking, people: DemoPeople): void {
  const peer = people.peers.find(({ key }) => key === 'tamika')
  if (!peer) return
  const of = { organization_id: peer.organizationId, peer_id: peer.id }
  for (const [at, said] of WEEKS.entries()) {
    const week_start = addDays(startOfWeek(today), -7 * (at + 1))
    const [log_id, only_totals] = [random.uuid(), at === WEEKS.length - 1]
    const lines = said.map(({ activity, hours, askedBy }) => ({
      ...{ activity, function: catalogueActivity(activity).function, quarterHours: hours * 4, askedBy },
    }))
    rows.add('week_log', {
      ...{ ...of, id: log_id, week_start, revision: 1, only_totals, met_peers: at % 2 === 1 },
      logged_at: `${addDays(week_start, 5)}T01:00:00Z`,
    })
    const part = { ...of, log_id, week_start, only_totals }
    for (const { quarterHours, askedBy, ...line } of lines)
      rows.add('week_log_line', { ...part, ...line, quarter_hours: quarterHours, asked_by: askedBy })
    for (const { quarterHours, ...total } of totalsByFunction(lines))
      rows.add('week_log_total', { ...part, ...total, quarter_hours: quarterHours })
  }
}
