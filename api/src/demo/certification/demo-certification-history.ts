import { addDays, addMonths, maxDate } from '@alongside/shared/calendar/plain-date'
import type { DemoPeople } from '../people/demo-people.ts'
import type { DemoMaking, DemoRow } from '../demo-rows.ts'
import { SeededRandom } from '../seeded-random.ts'

/** The organization has kept certifications here for so long; what is older was entered then. */
const MONTHS_KEPT = 18

const CHECKS = [
  { peer: 'rosa', daysAgo: 30, result: 'AS_RECORDED', source: 'Ohio board register', note: null },
  { peer: 'wanda', daysAgo: 12, result: 'AS_RECORDED', source: 'Ohio board register', note: null },
  {
    peer: 'leon',
    daysAgo: 30,
    result: 'DIFFERS',
    source: 'Ohio board register',
    note: 'The register shows the old name.',
  },
  { peer: 'grace', daysAgo: 20, result: 'NOT_FOUND', source: 'Ohio board register', note: null },
  { peer: 'walter', daysAgo: 44, result: 'NO_REGISTER', source: 'Letter of the board', note: null },
] as const

/** Days ago, from and to; the last was entered by mistake. */
const STATUSES = [
  { peer: 'desmond', status: 'INACTIVE', from: 200, to: 150, isMistake: false },
  { peer: 'curtis', status: 'INACTIVE', from: 90, to: null, isMistake: true },
] as const

/** Who supervises other peers, which Ohio asks about; of one nobody knows. */
const SUPERVISES: readonly string[] = ['rosa']
const NOT_KNOWN: readonly string[] = ['elsie']

/** What happened to some of the certifications: checks at registers, statuses, facts of holders, hours of work. */
export function addDemoCertificationHistory(making: DemoMaking, people: DemoPeople): void {
  const { rows, today, now } = making
  const ids = new SeededRandom(41)
  const keyOf = new Map(people.peers.map(({ id, key }) => [id, key]))
  const by = { organization_id: people.manager.organizationId, recorded_by: people.manager.id }
  const recordedOn = (day: string) => ({ ...by, recorded_at: `${day}T15:00:00Z` })
  addShortOfService(making, people, new SeededRandom(42))
  for (const row of rows.of('certification')) addHolder(row, keyOf.get(String(row['peer_id'])) ?? '')
  enterInTime(making)
  const certificationOf = (key: string) => {
    const row = rows.of('certification').find((one) => keyOf.get(String(one['peer_id'])) === key)
    return { certification_id: row?.['id'], peer_id: row?.['peer_id'] }
  }
  for (const { peer, daysAgo, ...check } of CHECKS) {
    const checked_on = addDays(today, -daysAgo)
    rows.add('certification_verification', {
      ...{ id: ids.uuid(), ...certificationOf(peer), checked_on, ...check },
      ...recordedOn(checked_on),
    })
  }
  for (const { peer, status, from, to, isMistake } of STATUSES) {
    const starts_on = addDays(today, -from)
    rows.add('board_status_period', {
      ...{ id: ids.uuid(), ...certificationOf(peer), status, starts_on },
      ends_on: to === null ? null : addDays(today, -to),
      voided_by: isMistake ? people.manager.id : null,
      voided_at: isMistake ? now.toISOString() : null,
      ...recordedOn(starts_on),
    })
  }
  for (const { peer_id } of ['rosa', 'bettye'].map(certificationOf)) {
    for (let month = 3; month >= 1; month--) {
      const ends_on = addDays(addMonths(`${today.slice(0, 7)}-01`, 1 - month), -1)
      const starts_on = `${ends_on.slice(0, 7)}-01`
      rows.add('service_hours', {
        ...{ id: ids.uuid(), peer_id, starts_on, ends_on, hours: 120 + 4 * month },
        ...recordedOn(ends_on),
      })
    }
  }
}

/** A second certificate, from Tennessee, whose courses and supervision are there, but not the hours of service. */
function addShortOfService(making: DemoMaking, people: DemoPeople, ids: SeededRandom): void {
  const { rows, today, now } = making
  const peer = people.peers.find(({ key }) => key === 'silas')
  if (!peer) return
  const entered = {
    organization_id: people.manager.organizationId,
    peer_id: peer.id,
    recorded_by: people.manager.id,
    recorded_at: now.toISOString(),
  }
  const expires_on = addDays(today, 110)
  const [issued_on, ends_on] = [addMonths(expires_on, -12), addDays(today, -30)]
  const certification = { credential_id: 'us-tn-cprs', number: 'P-40996', issued_on, expires_on }
  rows.add('certification', { id: ids.uuid(), ...entered, ...certification })
  const done = { starts_on: addDays(ends_on, -13), ends_on, hours: 11 }
  rows.add('service_hours', { id: ids.uuid(), ...entered, ...done })
}

function addHolder(certification: DemoRow, key: string): void {
  if (certification['credential_id'] !== 'us-oh-cprs') return
  const asked = ['supervises-others']
  const isKnown = !NOT_KNOWN.includes(key)
  certification['conditions_held'] = isKnown && SUPERVISES.includes(key) ? asked : []
  certification['conditions_not_held'] = isKnown && !SUPERVISES.includes(key) ? asked : []
}

/** Entered some days after it happened, and nothing before the organization began here: so a look back differs by what was known. */
function enterInTime({ rows, today, now }: DemoMaking): void {
  const since = addMonths(today, -MONTHS_KEPT)
  const enter = (row: DemoRow, happenedOn: unknown, daysLater: number): void => {
    const day = maxDate(since, addDays(String(happenedOn), daysLater))
    row['recorded_at'] = day >= today ? now.toISOString() : `${day}T15:00:00Z`
  }
  for (const row of rows.of('certification')) enter(row, row['issued_on'], 3)
  for (const row of rows.of('certification_term')) enter(row, row['starts_on'], 9)
  for (const row of rows.of('ce_activity')) enter(row, row['held_on'], 5)
}
