import { addDays } from '@alongside/shared/calendar/plain-date'
import type { DemoPeople } from './people/demo-people.ts'
import type { DemoMaking } from './demo-rows.ts'

/** Two flags that peers raised and opened themselves; the signals raise theirs when a peer looks in. */
export function addDemoFlags(making: DemoMaking, people: DemoPeople): void {
  const flagOf = (
    key: string,
    daysAgo: number,
    flag: { evidence: string; cause: string; view: string; released?: string },
  ): void => {
    const peer = people.peers.find((one) => one.key === key)
    if (!peer) return
    const [id, at] = [making.random.uuid(), `${addDays(making.today, -daysAgo)}T15:00:00Z`]
    making.rows.add('drift_flag', {
      organization_id: peer.organizationId,
      id,
      peer_id: peer.id,
      raised_by_kind: 'PEER',
      raised_by_id: peer.id,
      evidence: flag.evidence,
      cause: flag.cause,
      status: 'OPEN',
      raised_at: at,
      opened_at: at,
      released_at: flag.released ? at : null,
      released_as: flag.released ?? null,
    })
    making.rows.add('drift_flag_response', {
      organization_id: peer.organizationId,
      id: making.random.uuid(),
      flag_id: id,
      peer_id: peer.id,
      text: flag.view,
      written_at: at,
    })
  }
  flagOf('rosa', 12, {
    evidence: 'Three times this month I was asked to sit in on intake and fill in the screening form.',
    cause: 'ASSIGNED_WORK',
    view: 'I would rather meet people after intake, on their own terms.',
  })
  flagOf('june', 20, {
    evidence: 'The office policy says every visit note goes into the officer file.',
    cause: 'AGENCY_POLICY',
    view: 'People stop talking to me when they hear this. It needs a rule of its own.',
    released: 'AGENCY_POLICY',
  })
}
