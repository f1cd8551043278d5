import type { TypeRule } from '../../plain-types.ts'

/** What two people prepare, agree on and learn: behind the wall of its type of supervision (T2). */
export const SUPERVISION_TALK: Readonly<Record<string, TypeRule>> = {
  AgendaItem: {
    rule: 'the peer and the supervisor of that relationship; a private one the peer alone',
    fields: 'canRemove id isCurrent isPrivate supervisor text type writtenBy writtenOn',
  },
  CreateAgendaItemPayload: { rule: 'who wrote it', fields: 'agendaItem' },
  RemoveAgendaItemPayload: { rule: 'who wrote it', fields: 'agendaItem' },
  FollowUp: {
    rule: 'the peer and the supervisor of its type; a supportive one of before only where the peer passes it on',
    fields:
      'canPassOnTo closedBy closedOn dueOn id isMadeByMe isMine madeBy owner state supervisor text type',
  },
  CreateFollowUpPayload: { rule: 'who made it', fields: 'followUp' },
  UpdateFollowUpPayload: { rule: 'its owner, and who made it', fields: 'followUp' },
  AddFollowUpReaderPayload: { rule: 'self', fields: 'followUp' },
  SupervisionGroup: {
    rule: 'the supervisor who saved it; its peers read the name in their own data',
    fields: 'id name peers',
  },
  CreateSupervisionGroupPayload: { rule: 'as the group', fields: 'group' },
  RemoveSupervisionGroupPayload: { rule: 'as the group', fields: 'group' },
  LearningGoal: {
    rule: 'the peer, the educational supervisor of that relationship, managers',
    fields: 'canUpdate closedOn competency id state supervisor targetOn text',
  },
  CreateLearningGoalPayload: { rule: 'who made it', fields: 'learningGoal' },
  UpdateLearningGoalPayload: { rule: 'the peer, their educational supervisor', fields: 'learningGoal' },
}
