import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from './attempt.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may count, record a leave, and write what is known of a host agency.

const at = NOW.toISOString()

export function attemptsOnWork({ cast, work, agencyId }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const id = (): string => randomUUID()
  const office = ['manager', 'admin'] as const
  const count = (label: string, enteredBy: (me: string) => string, allowed: Attempt['allowed']) =>
    insertion(
      label,
      'caseload_count',
      ['placement_id', 'counted_on', 'peer_id', 'people', 'entered_by', 'entered_at'],
      (me) => [work.placementId, '2026-06-01', peer.id, 20, enteredBy(me), at],
      allowed,
    )
  const leave = (label: string, enteredBy: (me: string) => string, allowed: Attempt['allowed']) =>
    insertion(
      label,
      'leave_period',
      ['id', 'peer_id', 'starts_on', 'entered_by', 'entered_at'],
      (me) => [id(), peer.id, TODAY, enteredBy(me), at],
      allowed,
    )
  const counted: Attempt = {
    label: 'correct a caseload count',
    table: 'caseload_count',
    sql: 'update caseload_count set people = 21, entered_by = $3 where organization_id = $1 and placement_id = $2',
    values: (me, organization) => [organization, work.placementId, me],
    allowed: ['peer', 'manager'],
  }
  return [
    count("record the peer's caseload", (me) => me, ['peer', 'manager']),
    count('record a caseload in the name of another', () => cast.actors.auditor.id, []),
    counted,
    leave('record a leave of the peer', (me) => me, ['peer', 'manager']),
    leave('record a leave in the name of another', () => cast.actors.auditor.id, []),
    update('change a leave', 'leave_period', `ends_on = '2026-07-20'`, 'id', work.leave, ['peer', 'manager']),
    update('change a placement', 'placement', 'full_time_share = 0.5', 'peer_id', peer.id, ['manager']),
    insertion(
      'add a host agency',
      'host_agency',
      ['id', 'name', 'kind', 'state', 'sequential_intercept'],
      () => [id(), 'Court', 'COURT', 'OH', 3],
      office,
    ),
    update('rename a host agency', 'host_agency', "name = 'Jail'", 'id', agencyId, office),
    insertion(
      'add a contact of an agency',
      'host_agency_contact',
      ['id', 'host_agency_id', 'name', 'purpose', 'phone'],
      () => [id(), agencyId, 'X', 'Y', '555-0100'],
      office,
    ),
    update('remove a contact', 'host_agency_contact', 'removed_at = now()', 'id', work.contact, office),
    insertion(
      'record data sharing',
      'data_sharing_agreement',
      ['id', 'host_agency_id', 'reference', 'starts_on'],
      () => [id(), agencyId, 'A-2', TODAY],
      office,
    ),
    update(
      'correct data sharing',
      'data_sharing_agreement',
      "reference = 'A-3'",
      'id',
      work.dataSharing,
      office,
    ),
  ]
}
