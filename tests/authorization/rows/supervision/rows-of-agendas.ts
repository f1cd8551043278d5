import { randomUUID } from 'node:crypto'
import { NOW } from '../../../support/fixed-today.ts'
import { EARLIER, LAST_MONTH, type RowPlacing } from '../row-placing.ts'

const LONG_BEFORE = '2023-06-01T12:00:00Z'
const TYPES = ['administrative', 'educational', 'supportive'] as const
type Type = (typeof TYPES)[number]

/** A relationship that is in force, and one of somebody else that ended before it began. */
async function relationshipsOf({ build, actors, organization_id }: RowPlacing, type: Type) {
  const [current, former] = [randomUUID(), randomUUID()]
  const relationship = { organization_id, peer_id: actors.peer.id, type: type.toUpperCase() }
  await build.insert('supervision_relationship', {
    ...relationship,
    ...{ id: current, supervisor_id: actors[type].id, starts_on: LAST_MONTH, ends_on: '2026-12-30' },
    ...{ proposed_at: EARLIER, accepted_at: EARLIER },
  })
  await build.insert('supervision_relationship', {
    ...relationship,
    ...{ id: former, supervisor_id: actors.manager.id, starts_on: '2023-01-01', ends_on: '2023-12-31' },
    ...{ proposed_at: LONG_BEFORE, accepted_at: LONG_BEFORE },
  })
  return { current, former }
}

/** For each type: an agenda item, one of the peer's own, one from before; follow-ups of now and before. */
export async function placeAgendas(placing: RowPlacing) {
  const relationships = {} as Record<Type, string>
  const followUps = {} as Record<Type, string>
  const agendaItems = {} as Record<Type, string>
  for (const type of TYPES) {
    const { current, former } = await relationshipsOf(placing, type)
    relationships[type] = current
    agendaItems[type] = await placeItems(placing, type, current, former)
    followUps[type] = await placeFollowUps(placing, type, current, former)
    if (type === 'supportive') await placePassedOn(placing, former, current)
    if (type === 'educational') await placeGoals(placing, current, former)
  }
  const group = await placeGroup(placing)
  return { relationships, agendaItems, followUps, group }
}

async function placeItems(placing: RowPlacing, type: Type, current: string, former: string): Promise<string> {
  const peer_id = placing.actors.peer.id
  const shared = randomUUID()
  const item = (label: string, relationship_id: string, row: object) =>
    placing.place(label, `${type}_agenda_item`, {
      ...{ id: randomUUID(), peer_id, relationship_id, written_by: peer_id, written_at: NOW },
      ...{ text: placing.secret(label), ...row },
    })
  await item(`${type} agenda item note`, current, { id: shared })
  await item(`${type} talking point note of the peer`, current, { is_private: true })
  await item(`${type} agenda item note from before the supervision`, former, { written_at: LONG_BEFORE })
  return shared
}

async function placeFollowUps(placing: RowPlacing, type: Type, current: string, former: string) {
  const { peer } = placing.actors
  const now = randomUUID()
  const followUp = (label: string, relationship_id: string, row: object) =>
    placing.place(label, `${type}_follow_up`, {
      ...{ id: randomUUID(), peer_id: peer.id, relationship_id, owner: 'PEER', due_on: '2026-06-30' },
      ...{ text: placing.secret(label), made_by: peer.id, made_at: LONG_BEFORE, ...row },
    })
  await followUp(`${type} follow-up note`, current, { id: now })
  await followUp(`open ${type} follow-up note from before the supervision`, former, {})
  await followUp(`closed ${type} follow-up note from before the supervision`, former, {
    ...{ state: 'DONE', closed_on: '2023-07-01', closed_by: peer.id },
  })
  return now
}

async function placePassedOn(placing: RowPlacing, former: string, current: string): Promise<void> {
  const { peer } = placing.actors
  const label = 'supportive follow-up note that the peer passed on'
  const id = randomUUID()
  await placing.place(label, 'supportive_follow_up', {
    ...{ id, peer_id: peer.id, relationship_id: former, owner: 'PEER', due_on: '2026-06-30' },
    ...{ text: placing.secret(label), made_by: peer.id, made_at: LONG_BEFORE },
  })
  await placing.place(
    'passing on of a supportive follow-up',
    'supportive_follow_up_share',
    { follow_up_id: id, relationship_id: current, peer_id: peer.id, shared_at: NOW },
    ['organization_id', 'follow_up_id', 'relationship_id'],
  )
}

async function placeGroup({ place, actors }: RowPlacing): Promise<string> {
  const [id, supervisor_id] = [randomUUID(), actors.educational.id]
  await place('group of a supervisor', 'supervision_group', {
    ...{ id, supervisor_id, name: 'Tuesday circle', made_at: NOW },
  })
  await place(
    'place in a group of a supervisor',
    'supervision_group_member',
    { group_id: id, peer_id: actors.peer.id, supervisor_id },
    ['organization_id', 'group_id', 'peer_id'],
  )
  return id
}

async function placeGoals(placing: RowPlacing, current: string, former: string): Promise<void> {
  const { peer } = placing.actors
  const goal = (label: string, relationship_id: string, over: object = {}) =>
    placing.place(label, 'learning_goal', {
      ...{ id: randomUUID(), peer_id: peer.id, relationship_id, competency: 'KEEPS_GROWING' },
      ...{ text: placing.secret(label), target_on: '2026-12-31', made_by: peer.id, made_at: LONG_BEFORE },
      ...over,
    })
  await goal('learning goal note', current)
  await goal('open learning goal note from before the supervision', former)
  await goal('closed learning goal note from before the supervision', former, {
    ...{ state: 'REACHED', closed_on: LONG_BEFORE.slice(0, 10), closed_by: peer.id },
  })
}
