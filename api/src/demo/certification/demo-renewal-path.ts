import { addDays } from '@alongside/shared/calendar/plain-date'
import type { DemoMaking, DemoRow } from '../demo-rows.ts'
import type { DemoPeople } from '../people/demo-people.ts'
import { SeededRandom } from '../seeded-random.ts'

/** Renewals that are on their way to the board: one waits, one came back; one lapsed for a cause, and somebody was reminded. */
export function addDemoRenewalPath({ rows, today, now }: DemoMaking, people: DemoPeople): void {
  const ids = new SeededRandom(43)
  const idOf = new Map(people.peers.map(({ key, id }) => [key, id]))
  const organization_id = people.manager.organizationId
  const by = { recorded_by: people.manager.id, recorded_at: now.toISOString() }
  const heldBy = (key: string): DemoRow | undefined =>
    rows.of('certification').find((row) => row['peer_id'] === idOf.get(key))
  const whose = (key: string) => {
    const row = heldBy(key)
    return { organization_id, certification_id: row?.['id'], peer_id: row?.['peer_id'] }
  }
  const cycle = (key: string) => ({ cycle_ends_on: heldBy(key)?.['expires_on'] })
  rows.add('renewal_submission', {
    ...{ ...whose('wanda'), id: ids.uuid(), ...cycle('wanda') },
    ...{ submitted_on: addDays(today, -6), receipt_number: 'R-20518', fee_usd: 50, ...by },
  })
  rows.add('renewal_attestation', {
    ...{ ...whose('wanda'), ...cycle('wanda'), attested_at: `${addDays(today, -7)}T15:00:00Z` },
  })
  rows.add('renewal_submission', {
    ...{ ...whose('june'), id: ids.uuid(), ...cycle('june') },
    ...{ submitted_on: addDays(today, -20), outcome: 'RETURNED', decided_on: addDays(today, -4) },
    ...{ return_reason: 'PROOF_MISSING', decided_by: people.manager.id, ...by },
  })
  rows.add('lapse_cause', {
    ...{ ...whose('grace'), id: ids.uuid(), expired_on: heldBy('grace')?.['expires_on'] },
    ...{ cause: 'ON_LEAVE', ...by },
  })
  rows.add('renewal_reminder', { ...whose('curtis'), reminded_on: addDays(today, -3), ...by })
}
