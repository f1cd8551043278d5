import { type Adding, by } from './adding-world.ts'

/** A line that an educational supervisor writes about the work with one peer. */
const ofRelationship = (record: string, table: string, more: object): Adding => ({
  by: by('educational'),
  input: ({ relationships }, n) => ({ relationshipId: relationships[0], text: `Line ${n}`, ...more }),
  ...{ select: `${record} { id text }`, table },
})

/** What is prepared, agreed on and saved around a session. */
export const AROUND_SESSIONS: Record<string, Adding> = {
  createAgendaItem: ofRelationship('agendaItem', 'educational_agenda_item', {}),
  createFollowUp: ofRelationship('followUp', 'educational_follow_up', { owner: 'PEER', dueOn: '2026-06-30' }),
  createLearningGoal: ofRelationship('learningGoal', 'learning_goal', {
    ...{ competency: 'COMMUNICATES', targetOn: '2026-12-31' },
  }),
  createSupervisionGroup: {
    by: by('supportive'),
    input: ({ circle }, n) => ({ name: `Circle ${n}`, peerIds: circle.map(({ id }) => id) }),
    select: 'group { id name }',
    table: 'supervision_group',
  },
}
