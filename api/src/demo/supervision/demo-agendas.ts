import { addDays } from '@alongside/shared/calendar/plain-date'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { DemoMaking } from '../demo-rows.ts'
import type { DemoPeer, DemoPeople } from '../people/demo-people.ts'
import { SeededRandom } from '../seeded-random.ts'

interface DemoItem {
  readonly type: SupervisionType
  readonly text: string
  readonly daysAgo: number
  readonly by?: 'SUPERVISOR'
  readonly isPrivate?: true
}
interface DemoFollowUp {
  readonly type: SupervisionType
  readonly text: string
  readonly owner: 'PEER' | 'SUPERVISOR'
  /** From today; past ones are late, or done. */
  readonly dueInDays: number
  readonly isDone?: true
}

const ITEMS: Readonly<Record<string, readonly DemoItem[]>> = {
  rosa: [
    { type: 'SUPPORTIVE', text: 'The night after the booking floor stays with me.', daysAgo: 2 },
    { type: 'SUPPORTIVE', text: 'How do I tell the sergeant no?', daysAgo: 1, isPrivate: true },
    { type: 'EDUCATIONAL', text: 'The new intake form: what is my part in it?', daysAgo: 3 },
    {
      type: 'EDUCATIONAL',
      text: 'You said you want to lead a group in spring.',
      daysAgo: 3,
      by: 'SUPERVISOR',
    },
  ],
  tamika: [
    { type: 'EDUCATIONAL', text: 'Somebody asked me to write a letter to the court.', daysAgo: 1 },
    { type: 'SUPPORTIVE', text: 'My sister thinks I work for the police now.', daysAgo: 4 },
  ],
  june: [{ type: 'SUPPORTIVE', text: 'Days off over the holidays.', daysAgo: 5, by: 'SUPERVISOR' }],
}

const FOLLOW_UPS: Readonly<Record<string, readonly DemoFollowUp[]>> = {
  rosa: [
    { type: 'SUPPORTIVE', text: 'Take the quiet Friday off.', owner: 'PEER', dueInDays: 4 },
    { type: 'EDUCATIONAL', text: 'Try one open question in every first talk.', owner: 'PEER', dueInDays: 9 },
    {
      type: 'EDUCATIONAL',
      text: 'Ask the jail about a room with a door.',
      owner: 'SUPERVISOR',
      dueInDays: -3,
    },
    {
      type: 'ADMINISTRATIVE',
      text: 'Send the visit log of last week.',
      owner: 'PEER',
      dueInDays: -6,
      isDone: true,
    },
  ],
  tamika: [
    {
      type: 'EDUCATIONAL',
      text: 'Read what the role agreement says about letters.',
      owner: 'PEER',
      dueInDays: 1,
    },
    {
      type: 'SUPPORTIVE',
      text: 'Find out about the peer circle in Dayton.',
      owner: 'SUPERVISOR',
      dueInDays: 6,
    },
  ],
  silas: [{ type: 'SUPPORTIVE', text: 'Call the warmline once, just to try.', owner: 'PEER', dueInDays: 3 }],
}

const GOALS: Readonly<Record<string, { text: string; competency: string; inDays: number }>> = {
  rosa: { text: 'Lead a group of five without notes.', competency: 'LEADS_AND_ADVOCATES', inDays: 120 },
  tamika: { text: 'Say what a peer does in two sentences.', competency: 'COLLABORATES', inDays: 60 },
  // Coaching is what Curtis' renewal lacks, too: one course serves both.
  curtis: { text: 'Ask more open questions.', competency: 'COMMUNICATES', inDays: 75 },
  june: { text: 'Keep my own limits on hard days.', competency: 'KEEPS_GROWING', inDays: 90 },
}

/** What some of the peers want to bring up, agreed to do, and want to learn. */
export function addDemoAgendas(making: DemoMaking, people: DemoPeople): void {
  // Of its own, so that what was made before comes out as it did.
  const random = new SeededRandom(44)
  for (const peer of people.peers) {
    for (const item of ITEMS[peer.key] ?? []) addItem(making, random, peer, item)
    for (const followUp of FOLLOW_UPS[peer.key] ?? []) addFollowUp(making, random, peer, followUp)
    addGoal(making, random, peer)
  }
  addGroup(making, random, people)
}

/** Whom the lead meets in a group, under a name that they know. */
function addGroup({ rows, now }: DemoMaking, random: SeededRandom, people: DemoPeople): void {
  const peers = people.peers.filter(({ key }) => ['rosa', 'june', 'tamika'].includes(key))
  const lead = peers[0]?.supervision.find(({ type }) => type === 'EDUCATIONAL')?.supervisor
  if (!lead) return
  const [organization_id, group_id, supervisor_id] = [people.organizationId, random.uuid(), lead.id]
  const made_at = now.toISOString()
  rows.add('supervision_group', {
    organization_id,
    id: group_id,
    supervisor_id,
    name: 'Tuesday circle',
    made_at,
  })
  for (const { id: peer_id } of peers)
    rows.add('supervision_group_member', { organization_id, group_id, peer_id, supervisor_id })
}

/** In force, of the peer's own supervisor; a substitute stands in for weeks and has an agenda of their own. */
function relationshipOf({ rows, today }: DemoMaking, peer: DemoPeer, type: SupervisionType) {
  const supervisor = peer.supervision.find((one) => one.type === type)?.supervisor
  const found = rows
    .of('supervision_relationship')
    .find(
      (row) =>
        row['peer_id'] === peer.id &&
        row['type'] === type &&
        row['supervisor_id'] === supervisor?.id &&
        row['accepted_at'],
    )
  return found && supervisor && String(found['starts_on']) <= today
    ? { relationship_id: found['id'], supervisorId: supervisor.id }
    : null
}

const at = (today: string, daysAgo: number): string => `${addDays(today, -daysAgo)}T16:00:00Z`

function addItem(making: DemoMaking, random: SeededRandom, peer: DemoPeer, item: DemoItem): void {
  const between = relationshipOf(making, peer, item.type)
  if (!between) return
  making.rows.add(`${item.type.toLowerCase()}_agenda_item`, {
    organization_id: peer.organizationId,
    id: random.uuid(),
    relationship_id: between.relationship_id,
    peer_id: peer.id,
    text: item.text,
    is_private: item.isPrivate ?? false,
    written_by: item.by === 'SUPERVISOR' ? between.supervisorId : peer.id,
    written_at: at(making.today, item.daysAgo),
  })
}

function addFollowUp(making: DemoMaking, random: SeededRandom, peer: DemoPeer, one: DemoFollowUp): void {
  const { today, rows } = making
  const between = relationshipOf(making, peer, one.type)
  if (!between) return
  const closed = { state: 'DONE', closed_on: addDays(today, one.dueInDays), closed_by: peer.id }
  rows.add(`${one.type.toLowerCase()}_follow_up`, {
    organization_id: peer.organizationId,
    id: random.uuid(),
    relationship_id: between.relationship_id,
    peer_id: peer.id,
    ...{ text: one.text, owner: one.owner, due_on: addDays(today, one.dueInDays) },
    made_by: between.supervisorId,
    made_at: at(today, 12),
    ...(one.isDone ? closed : {}),
  })
}

function addGoal(making: DemoMaking, random: SeededRandom, peer: DemoPeer): void {
  const [goal, between] = [GOALS[peer.key], relationshipOf(making, peer, 'EDUCATIONAL')]
  if (!goal || !between) return
  making.rows.add('learning_goal', {
    organization_id: peer.organizationId,
    id: random.uuid(),
    relationship_id: between.relationship_id,
    peer_id: peer.id,
    ...{ text: goal.text, competency: goal.competency, target_on: addDays(making.today, goal.inDays) },
    made_by: peer.id,
    made_at: at(making.today, 20),
  })
}
