import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import { LAST_MONTH, type RowPlacing } from './row-placing.ts'

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
  return { ...made, certification }
}
