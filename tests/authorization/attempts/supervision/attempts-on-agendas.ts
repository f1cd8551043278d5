import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../../support/fixed-today.ts'
import { type Attempt, insertion, update } from '../attempt.ts'
import type { WallsWorld } from '../../walls-world.ts'

// Who may put something on an agenda, agree on something, and close it.

const at = NOW.toISOString()
const TYPES = ['administrative', 'educational', 'supportive'] as const

export function attemptsOnAgendas({ cast, agendas, justLogged }: WallsWorld): Attempt[] {
  const { peer, educational } = cast.actors
  const { relationships, agendaItems, followUps } = agendas
  const item = ['id', 'relationship_id', 'peer_id', 'text', 'is_private', 'written_by', 'written_at']
  const followUp = ['id', 'relationship_id', 'peer_id', 'text', 'owner', 'due_on', 'made_by', 'made_at']
  return [
    ...TYPES.flatMap((type) => [
      insertion(
        `add to the ${type} agenda`,
        `${type}_agenda_item`,
        item,
        (me) => [randomUUID(), relationships[type], peer.id, 'words', false, me, at],
        ['peer', type],
      ),
      insertion(
        `add to the ${type} agenda in the name of the peer`,
        `${type}_agenda_item`,
        item,
        () => [randomUUID(), relationships[type], peer.id, 'words', true, peer.id, at],
        ['peer'],
      ),
      update(
        `check off what is on the ${type} agenda in a session that was just logged`,
        `${type}_agenda_item`,
        `reached_in = '${justLogged[type]}'`,
        'id',
        agendaItems[type],
        [type],
      ),
      insertion(
        `agree on a follow-up of ${type} supervision`,
        `${type}_follow_up`,
        followUp,
        (me) => [randomUUID(), relationships[type], peer.id, 'words', 'PEER', '2026-06-30', me, at],
        ['peer', type],
      ),
      {
        label: `close the peer's ${type} follow-up`,
        table: `${type}_follow_up`,
        sql: `update ${type}_follow_up set state = 'DONE', closed_on = $3, closed_by = $4
               where organization_id = $1 and id = $2`,
        values: (me: string, organization: string) => [organization, followUps[type], TODAY, me],
        allowed: ['peer'] as const,
      },
      {
        label: `close the peer's ${type} follow-up in a session that was just logged`,
        table: `${type}_follow_up`,
        sql: `update ${type}_follow_up set state = 'DONE', closed_on = $3, closed_by = $4, closed_in = $5
               where organization_id = $1 and id = $2`,
        values: (me: string, organization: string) => [
          organization,
          followUps[type],
          TODAY,
          me,
          justLogged[type],
        ],
        allowed: [type],
      },
    ]),
    insertion(
      'pass a supportive follow-up on',
      'supportive_follow_up_share',
      ['follow_up_id', 'relationship_id', 'peer_id', 'shared_at'],
      () => [followUps.supportive, relationships.supportive, peer.id, at],
      ['peer'],
    ),
    insertion(
      'save a group',
      'supervision_group',
      ['id', 'supervisor_id', 'name', 'made_at'],
      (me) => [randomUUID(), me, 'Circle', at],
      TYPES,
    ),
    insertion(
      'save a group in the name of a supervisor',
      'supervision_group',
      ['id', 'supervisor_id', 'name', 'made_at'],
      () => [randomUUID(), educational.id, 'Circle', at],
      ['educational'],
    ),
    insertion(
      'put a peer into a group',
      'supervision_group_member',
      ['group_id', 'peer_id', 'supervisor_id'],
      () => [agendas.group, peer.id, educational.id],
      ['educational'],
    ),
    update('remove a group', 'supervision_group', `removed_at = '${at}'`, 'id', agendas.group, [
      'educational',
    ]),
    insertion(
      'agree on a learning goal',
      'learning_goal',
      ['id', 'relationship_id', 'peer_id', 'text', 'competency', 'target_on', 'made_by', 'made_at'],
      (me) => [
        ...[randomUUID(), relationships.educational, peer.id, 'words'],
        ...['KEEPS_GROWING', '2026-12-31', me, at],
      ],
      ['peer', 'educational'],
    ),
    {
      label: 'close a learning goal',
      table: 'learning_goal',
      sql: `update learning_goal set state = 'REACHED', closed_on = $3, closed_by = $4
             where organization_id = $1 and relationship_id = $2`,
      values: (me: string, organization: string) => [organization, relationships.educational, TODAY, me],
      allowed: ['peer', 'educational'] as const,
    },
  ]
}
