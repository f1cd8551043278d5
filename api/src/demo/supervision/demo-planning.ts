import { addDays, dayOfWeek, type PlainDate } from '@alongside/shared/calendar/plain-date'
import { seriesDays } from '@alongside/shared/supervision/planning/series'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { DemoPeer, DemoPeople } from '../people/demo-people.ts'
import type { DemoMaking, DemoRow } from '../demo-rows.ts'
import { SeededRandom } from '../seeded-random.ts'

/** Of its own, so that what is made elsewhere comes out as it did. */
const random = () => new SeededRandom(4_711)
const DAYS_UNANSWERED = 17

/** Next sessions, a series, one that was cancelled, one that nobody answered, and what peers asked for. */
export function addDemoPlanning(making: DemoMaking, people: DemoPeople): void {
  const plan = planner(making, random())
  const { today } = making
  const on = (days: number): PlainDate => workday(addDays(today, days))
  const [rosa, tamika, june, hector] = ['rosa', 'tamika', 'june', 'hector'].map((key) => peerOf(people, key))
  if (!rosa || !tamika || !june || !hector) return
  plan(
    rosa,
    'SUPPORTIVE',
    { starts_on: on(2), start_time: '14:00', minutes: 45 },
    { everyWeeks: 2, times: 6 },
  )
  plan(rosa, 'ADMINISTRATIVE', {
    ...{ starts_on: on(6), start_time: '09:00', minutes: 30, modality: 'IN_PERSON' },
    ...{ status: 'CANCELLED', reason: 'FACILITY_CLOSED', revision: 2 },
  })
  plan(tamika, 'EDUCATIONAL', {
    starts_on: addDays(today, 1),
    start_time: '10:00',
    minutes: 60,
    modality: 'IN_PERSON',
  })
  plan(june, 'SUPPORTIVE', { starts_on: addDays(today, -DAYS_UNANSWERED), start_time: '11:00', minutes: 45 })
  plan(
    hector,
    'SUPPORTIVE',
    { starts_on: on(8), start_time: '15:30', minutes: 45, modality: 'PHONE' },
    { everyWeeks: 1, times: 2 },
  )
  addRequests(making, people)
}

type Plan = (
  peer: DemoPeer,
  type: SupervisionType,
  row: DemoRow,
  repeat?: { everyWeeks: number; times: number },
) => void

function planner({ rows, now }: DemoMaking, own: SeededRandom): Plan {
  return (peer, type, row, repeat) => {
    const given = peer.supervision.find((each) => each.type === type)
    if (!given) return
    const supervisor_id = given.supervisor.id
    const first = String(row['starts_on'])
    const days = repeat ? seriesDays(first, repeat.everyWeeks, repeat.times) : [first]
    const series_id = own.uuid()
    days.forEach((starts_on, series_position) => {
      const [id, organization_id] = [own.uuid(), peer.organizationId]
      const at = now.toISOString()
      rows.add('planned_session', {
        ...{
          organization_id,
          id,
          supervisor_id,
          format: 'INDIVIDUAL',
          modality: 'VIDEO',
          status: 'SCHEDULED',
        },
        ...{
          planned_by: supervisor_id,
          planned_at: at,
          changed_by: supervisor_id,
          changed_at: at,
          revision: 1,
        },
        ...row,
        starts_on,
        ...(repeat ? { series_id, series_position, series_weeks: repeat.everyWeeks } : {}),
      })
      rows.add('planned_attendance', {
        organization_id,
        planned_session_id: id,
        peer_id: peer.id,
        type,
        supervisor_id,
      })
    })
  }
}

function addRequests({ rows, now }: DemoMaking, people: DemoPeople): void {
  const own = new SeededRandom(4_712)
  const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString()
  const [tamika, june, hector] = ['tamika', 'june', 'hector'].map((key) => peerOf(people, key))
  const asked = tamika?.supervision.find(({ type }) => type === 'SUPPORTIVE')
  if (tamika && asked) {
    rows.add('time_request', {
      ...{ organization_id: tamika.organizationId, id: own.uuid(), peer_id: tamika.id, type: asked.type },
      ...{
        supervisor_id: asked.supervisor.id,
        weekdays: ['TUESDAY', 'THURSDAY'],
        times_of_day: ['AFTERNOON'],
      },
      ...{ status: 'OPEN', asked_at: daysAgo(1) },
    })
  }
  const request = (peer: DemoPeer, row: DemoRow, wish: DemoRow): void => {
    const [id, organization_id] = [own.uuid(), peer.organizationId]
    rows.add('supervision_request', { organization_id, id, peer_id: peer.id, ...row })
    rows.add('supervision_request_wish', { organization_id, request_id: id, peer_id: peer.id, ...wish })
  }
  if (june) request(june, { status: 'OPEN', asked_at: daysAgo(3) }, { wish: 'MORE', type: 'SUPPORTIVE' })
  if (hector)
    request(
      hector,
      {
        ...{ status: 'ANSWERED', answer: 'CHANGE_COMING', asked_at: daysAgo(30), answered_at: daysAgo(28) },
        answered_by: people.manager.id,
      },
      { wish: 'OTHER', type: 'ADMINISTRATIVE' },
    )
}

/** Nobody plans a session for a weekend. */
function workday(day: PlainDate): PlainDate {
  const after = dayOfWeek(day) - 5
  return after > 0 ? addDays(day, 3 - after) : day
}

function peerOf({ peers }: DemoPeople, key: string): DemoPeer | undefined {
  return peers.find((each) => each.key === key)
}
