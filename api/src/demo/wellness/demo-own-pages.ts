import { addDays, startOfWeek } from '@alongside/shared/calendar/plain-date'
import type { DemoPeer, DemoPeople } from '../people/demo-people.ts'
import type { DemoMaking, DemoRow } from '../demo-rows.ts'

const DAY = 86_400_000

/** A plan, a shared check-in that was looked at, a request to talk, and paid reflection time. */
export function addDemoOwnPages(making: DemoMaking, people: DemoPeople): void {
  for (const key of ['rosa', 'tamika']) {
    const peer = people.peers.find((one) => one.key === key)
    const support = making.rows
      .of('supervision_relationship')
      .find((row) => supports(row, peer, making.today))
    if (!peer) continue
    const lines = addPlan(making, peer)
    addReflectionTime(making, peer)
    if (!support) continue
    if (key === 'rosa') addShares(making, peer, support, lines)
    else addTalk(making, peer, support)
  }
}

function supports(row: DemoRow, peer: DemoPeer | undefined, today: string): boolean {
  const endsOn = row['ends_on'] as string | null | undefined
  const isOver = endsOn != null && endsOn < today
  return row['peer_id'] === peer?.id && row['type'] === 'SUPPORTIVE' && row['accepted_at'] != null && !isOver
}

const PLAN = [
  ['KEEPS_ME_WELL', 'Meeting on Tuesday nights, even when I am tired.', null],
  ['KEEPS_ME_WELL', 'Phone off after nine.', null],
  ['EARLY_SIGN', 'I skip lunch and answer texts in the car.', null],
  ['HELPS', 'Ten minutes by the river before I go home.', null],
  ['WHOM_I_CALL', 'My sponsor', '614-555-0142'],
] as const

function addPlan({ rows, random, now }: DemoMaking, peer: DemoPeer): string[] {
  return PLAN.map(([part, text, phone], place) => {
    const id = random.uuid()
    const added = new Date(now.getTime() - (40 * DAY - place * 60_000)).toISOString()
    rows.add('self_care_plan_line', {
      ...{ organization_id: peer.organizationId, id, owner_id: peer.id, part, text, phone },
      ...{ added_at: added, saved_at: added },
    })
    return id
  })
}

function addShares(making: DemoMaking, peer: DemoPeer, support: DemoRow, lines: readonly string[]): void {
  const { rows, random, now } = making
  const ago = (days: number) => new Date(now.getTime() - days * DAY).toISOString()
  const checkIn = rows.of('weekly_check_in').findLast((row) => row['peer_id'] === peer.id)
  const of = { organization_id: peer.organizationId, owner_id: peer.id, relationship_id: support['id'] }
  const ticket = random.uuid()
  if (checkIn) {
    rows.add('share_ticket', {
      ...{ ...of, id: ticket, kind: 'CHECK_IN', check_in_id: checkIn['id'], plan_line_id: null },
      ...{ scope: 'SCORES', created_at: ago(4), expires_at: ago(-26), withdrawn_at: null },
    })
    rows.add('share_look', {
      ...{ organization_id: peer.organizationId, id: random.uuid(), ticket_id: ticket, owner_id: peer.id },
      ...{ looked_by: support['supervisor_id'], looked_at: ago(2) },
    })
  }
  rows.add('share_ticket', {
    ...{ ...of, id: random.uuid(), kind: 'PLAN_LINE', check_in_id: null, plan_line_id: lines[3] },
    ...{ scope: 'EVERYTHING', created_at: ago(9), expires_at: ago(-21), withdrawn_at: ago(3) },
  })
}

function addTalk({ rows, random, now }: DemoMaking, peer: DemoPeer, support: DemoRow): void {
  rows.add('talk_request', {
    ...{ organization_id: peer.organizationId, id: random.uuid(), peer_id: peer.id },
    ...{ relationship_id: support['id'], asked_at: new Date(now.getTime() - DAY).toISOString() },
  })
}

function addReflectionTime({ rows, now, today }: DemoMaking, peer: DemoPeer): void {
  const monday = startOfWeek(today)
  for (const [back, minutes] of [45, 60, 30].entries())
    rows.add('reflection_time', {
      ...{
        organization_id: peer.organizationId,
        owner_id: peer.id,
        week_start: addDays(monday, -7 * (back + 1)),
      },
      ...{ minutes, saved_at: now.toISOString() },
    })
}
