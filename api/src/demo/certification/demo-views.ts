import type { DemoPeople } from '../people/demo-people.ts'
import type { DemoMaking } from '../demo-rows.ts'

const VIEWS = [
  { name: 'At risk in Ohio', query: 'risk=1&state=OH' },
  { name: 'Next 90 days', query: 'due=90&sort=EXPIRY' },
  { name: 'Never checked with the board', query: 'checked=no&sort=NAME' },
] as const

/** Filters of the renewals that the manager comes back to. */
export function addDemoViews({ now, random, rows }: DemoMaking, { manager }: DemoPeople): void {
  VIEWS.forEach(({ name, query }, index) =>
    rows.add('saved_view', {
      organization_id: manager.organizationId,
      id: random.uuid(),
      member_id: manager.id,
      name,
      query,
      position: index + 1,
      saved_at: now.toISOString(),
    }),
  )
}
