import { addDays } from '@alongside/shared/calendar/plain-date'
import { ETHICS_REFLECTION } from '@alongside/shared/wellness/questionnaires/ethics-reflection'
import type { DemoMaking } from '../demo-rows.ts'
import type { DemoPeer, DemoPeople } from '../people/demo-people.ts'

/** ProQOL a quarter apart, and one ethics reflection with a line left out. The page shows the latest, and when the next is. */
export function addDemoQuestionnaires(making: DemoMaking, people: DemoPeople): void {
  const peer = people.peers.find((one) => one.key === 'rosa')
  if (!peer) return
  addProqol(making, peer, 98, EARLIER)
  addProqol(making, peer, 7, LATER)
  addEthics(making, peer)
}

/** Question by question; the second time somewhat more tired. */
const EARLIER = [4, 2, 4, 1, 2, 5, 2, 1, 2, 2, 2, 4, 1, 2, 4, 4, 4, 4, 2, 4, 2, 4, 2, 5, 1, 2, 4, 1, 4, 5]
const LATER = [4, 3, 4, 2, 3, 4, 2, 2, 3, 3, 3, 4, 2, 2, 4, 3, 3, 4, 3, 4, 3, 4, 3, 4, 2, 3, 4, 2, 4, 4]

function addProqol(
  { rows, random, today }: DemoMaking,
  peer: DemoPeer,
  daysAgo: number,
  answers: number[],
): void {
  const day = addDays(today, -daysAgo)
  rows.add('proqol_response', {
    ...{ organization_id: peer.organizationId, id: random.uuid(), member_id: peer.id, answers },
    ...{ started_on: day, finished_on: day, saved_at: `${day}T20:30:00Z` },
  })
}

function addEthics({ rows, random, today }: DemoMaking, peer: DemoPeer): void {
  const day = addDays(today, -16)
  const answers = Array.from({ length: ETHICS_REFLECTION.items }, (_, index) => {
    if (index === 11) return null
    return index % 9 === 4 ? 2 : index % 4 === 1 ? 4 : 5
  })
  rows.add('ethics_reflection', {
    ...{ organization_id: peer.organizationId, id: random.uuid(), member_id: peer.id, answers },
    ...{
      version: ETHICS_REFLECTION.version,
      started_on: day,
      finished_on: day,
      saved_at: `${day}T20:30:00Z`,
    },
  })
}
