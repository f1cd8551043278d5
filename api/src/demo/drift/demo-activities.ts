import { addDays } from '@alongside/shared/calendar/plain-date'
import type { DemoMaking } from '../demo-rows.ts'
import type { DemoPeople } from '../people/demo-people.ts'

/** What the organization's worksheets and weeks name beside the catalogue: two in use, and one that is retired. */
const OWN = [
  { name: 'Walking the first day home', activity_group: 'SERVICES', activity_function: 'ONGOING_SUPPORT' },
  { name: 'Sorting donated clothes', activity_group: 'AGENCY', activity_function: 'ERRAND' },
  {
    name: 'Covering the front gate',
    activity_group: 'AGENCY',
    activity_function: 'SURVEILLANCE',
    retired: 20,
  },
] as const

export function addDemoActivities({ rows, random, today }: DemoMaking, { manager }: DemoPeople): void {
  const at = (daysAgo: number): string => `${addDays(today, -daysAgo)}T15:00:00Z`
  for (const { retired, ...activity } of OWN.map((one) => ({ retired: null, ...one })))
    rows.add('custom_activity', {
      ...{ organization_id: manager.organizationId, id: random.uuid(), ...activity, set_by: manager.id },
      ...{ set_at: at(retired ?? 70), archived_at: retired === null ? null : at(retired) },
    })
}
