import { addDays } from '@alongside/shared/calendar/plain-date'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import type { DemoPeer, DemoPeople } from './people/demo-people.ts'
import type { DemoMaking } from './demo-rows.ts'

interface DemoFlag {
  readonly evidence: string
  readonly cause: string
  readonly view: string
  readonly released?: string
  readonly status?: string
}
interface DemoStep {
  readonly daysAgo: number
  readonly from: string
  readonly to: string
  readonly reason?: string
}

/**
 * Flags that peers raised and opened themselves: two that are open, one that a supervisor suggests closing, and one that
 * stays open because the peer sees it differently. The signals raise theirs when a peer looks in.
 */
export function addDemoFlags(making: DemoMaking, people: DemoPeople): void {
  const peerOf = (key: string) => people.peers.find((one) => one.key === key)
  const [rosa, june, grace] = [peerOf('rosa'), peerOf('june'), peerOf('grace')]
  if (rosa) {
    addFlag(making, rosa, 12, {
      evidence: 'Three times this month I was asked to sit in on intake and fill in the screening form.',
      cause: 'ASSIGNED_WORK',
      view: 'I would rather meet people after intake, on their own terms.',
    })
    const flagId = addFlag(making, rosa, 6, {
      evidence: 'I drive people to their probation office and wait outside. I never get to talk with them.',
      cause: 'ASSIGNED_WORK',
      view: 'A ride can be peer work. Waiting in a parking lot is not.',
      status: 'PROPOSED_NOT_DRIFT',
    })
    addStep(making, rosa, flagId, {
      ...{ daysAgo: 1, from: 'OPEN', to: 'PROPOSED_NOT_DRIFT' },
      reason: 'Rides are in the role agreement, with time to talk on the way.',
    })
  }
  if (june)
    addFlag(making, june, 20, {
      evidence: 'The office policy says every visit note goes into the officer file.',
      cause: 'AGENCY_POLICY',
      view: 'People stop talking to me when they hear this. It needs a rule of its own.',
      released: 'AGENCY_POLICY',
    })
  if (grace) {
    const flagId = addFlag(making, grace, 15, {
      evidence: 'When the nurse is out, I am asked to watch the urine tests.',
      cause: 'ASSIGNED_WORK',
      view: 'Nobody I watched will trust me the week after.',
      status: 'NOT_AGREED',
    })
    addStep(making, grace, flagId, {
      ...{ daysAgo: 9, from: 'OPEN', to: 'PROPOSED_NOT_DRIFT' },
      reason: 'It happens twice a month and somebody has to.',
    })
    addStep(making, grace, flagId, {
      ...{ daysAgo: 8, from: 'PROPOSED_NOT_DRIFT', to: 'NOT_AGREED' },
      reason: 'Testing is the nurse’s work, also twice a month.',
    })
  }
}

/** Rosa is still thinking about one, for her supportive supervisor alone; nobody else will find it. */
export function addDemoFlagDraft(making: DemoMaking, people: DemoPeople): void {
  const peer = people.peers.find(({ key }) => key === 'rosa')
  if (!peer) return
  making.rows.add('drift_flag_draft', {
    organization_id: peer.organizationId,
    id: making.random.uuid(),
    peer_id: peer.id,
    evidence: 'Twice this week I was asked to write down who missed an appointment.',
    saved_at: dayAt(making, 2),
    supervisor_ids: peer.supervision.flatMap(({ type, supervisor }) =>
      type === 'SUPPORTIVE' ? [supervisor.id] : [],
    ),
  })
}

const dayAt = ({ today }: DemoMaking, daysAgo: number): string => `${addDays(today, -daysAgo)}T15:00:00Z`

function addFlag(making: DemoMaking, peer: DemoPeer, daysAgo: number, flag: DemoFlag): string {
  const [id, at] = [making.random.uuid(), dayAt(making, daysAgo)]
  making.rows.add('drift_flag', {
    organization_id: peer.organizationId,
    id,
    peer_id: peer.id,
    raised_by_kind: 'PEER',
    raised_by_id: peer.id,
    evidence: flag.evidence,
    cause: flag.cause,
    status: flag.status ?? 'OPEN',
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
  return id
}

/** A proposal comes from the peer's educational supervisor, with its notification; the answer from the peer. */
function addStep(making: DemoMaking, peer: DemoPeer, flagId: string, step: DemoStep): void {
  const isProposal = step.to.startsWith('PROPOSED')
  const educational = peer.supervision.find(({ type }) => type === 'EDUCATIONAL')?.supervisor
  const [id, at] = [making.random.uuid(), dayAt(making, step.daysAgo)]
  const steps = making.rows.of('drift_flag_step').filter((row) => row['flag_id'] === flagId)
  making.rows.add('drift_flag_step', {
    organization_id: peer.organizationId,
    id,
    flag_id: flagId,
    peer_id: peer.id,
    number: steps.length + 1,
    from_status: step.from,
    to_status: step.to,
    taken_by: isProposal ? educational?.id : peer.id,
    taken_at: at,
    reason: step.reason ?? null,
  })
  if (!isProposal) return
  making.rows.add('notification', {
    organization_id: peer.organizationId,
    id: making.random.uuid(),
    recipient_id: peer.id,
    kind: NotificationKind.FLAG_CLOSING_PROPOSED,
    key: `flag-step:${id}`,
    subject_id: flagId,
    created_at: at,
    seen_at: step.daysAgo > 7 ? at : null,
    mail_due_at: 'infinity',
  })
}
