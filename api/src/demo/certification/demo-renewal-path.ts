import { addDays, type PlainDate } from '@alongside/shared/calendar/plain-date'
import type { DemoMaking, DemoRow } from '../demo-rows.ts'
import type { DemoPeople } from '../people/demo-people.ts'
import { SeededRandom } from '../seeded-random.ts'

/**
 * Renewals that are on their way to the board: one waits, one came back, one asks for a supervisor's word; one lapsed for
 * a cause, somebody was reminded, and somebody works toward a further certification.
 */
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
  // Virginia wants the certification beside the registration that Tamika holds.
  const tamika = idOf.get('tamika')
  rows.add('certification_goal', {
    ...{ organization_id, peer_id: tamika, credential_id: 'us-va-cprs' },
    ...{ chosen_by: tamika, chosen_at: now.toISOString() },
  })
  askSupervisor(rows, ids, { peerId: idOf.get('silas'), today })
}

/** Tennessee wants a supervisor's word: Silas has asked for it, and waits. */
function askSupervisor(
  rows: DemoMaking['rows'],
  ids: SeededRandom,
  { peerId, today }: { readonly peerId: string | undefined; readonly today: PlainDate },
): void {
  const held = rows
    .of('certification')
    .find((row) => row['peer_id'] === peerId && row['credential_id'] === 'us-tn-cprs')
  const led = rows
    .of('supervision_relationship')
    .find((row) => row['peer_id'] === peerId && row['type'] === 'EDUCATIONAL' && !row['ends_on'])
  if (!held || !led) return
  rows.add('supervisor_attestation', {
    ...{ organization_id: held['organization_id'], id: ids.uuid(), certification_id: held['id'] },
    ...{ peer_id: peerId, supervisor_id: led['supervisor_id'], cycle_ends_on: held['expires_on'] },
    ...{ credential: 'CPRS, TN', asked_at: `${addDays(today, -2)}T15:00:00Z` },
  })
}
