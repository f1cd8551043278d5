import { createHash } from 'node:crypto'
import { addDays, startOfWeek, type PlainDate } from '@alongside/shared/calendar/plain-date'
import { WEEKLY_CHECK_IN } from '@alongside/shared/wellness/weekly-check-in'
import type { DemoPeople } from './people/demo-people.ts'
import type { DemoMaking } from './demo-rows.ts'

const LINES = [
  'Good talk with somebody before court.',
  'Long drives this week. Slept early twice.',
  'The noise in the unit stayed with me.',
  'Lunch with the team helped.',
  'Said no to an extra shift.',
]

/** A check-in most weeks, never the current one: the demo's first job is to make it. Gaps are ordinary. */
export function addDemoCheckIns(making: DemoMaking, people: DemoPeople, since: PlainDate): void {
  const { random, rows, today } = making
  const thisWeek = startOfWeek(today)
  for (const peer of people.peers) {
    const usual = random.whole(3, 4)
    const diligence = 0.6 + random.next() * 0.35
    const start = startOfWeek(peer.joinedOn > since ? peer.joinedOn : since)
    for (let week = start; week < thisWeek; week = addDays(week, 7)) {
      if (!random.chance(diligence)) continue
      const around = (): number => Math.min(5, Math.max(1, usual + random.pick([-1, 0, 0, 0, 1])))
      const isHeavy = random.chance(0.15)
      const felt = isHeavy ? Math.max(1, usual - 2) : around()
      rows.add('weekly_check_in', {
        organization_id: peer.organizationId,
        id: random.uuid(),
        peer_id: peer.id,
        week_start: week,
        week_felt: felt,
        energy: isHeavy ? 2 : around(),
        rest: random.chance(0.9) ? around() : null,
        signs: random.some(WEEKLY_CHECK_IN.signs, isHeavy ? 5 : 2),
        self_care: random.some(WEEKLY_CHECK_IN.selfCare, 4),
        tags: random.some(WEEKLY_CHECK_IN.tags, 2),
        line: random.chance(0.25) ? random.pick(LINES) : null,
        instrument_version: WEEKLY_CHECK_IN.version,
        idempotency_key: random.uuid(),
        body_hash: `\\x${createHash('sha256').update(`${peer.id}${week}`).digest('hex')}`,
        submitted_at: `${addDays(week, random.whole(3, 6))}T21:00:00Z`,
      })
    }
  }
}
