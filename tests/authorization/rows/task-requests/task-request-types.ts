import type { TypeRule } from '../../plain-types.ts'

const TASK = 'the peer, whoever asked, and educational and supportive supervisors of that time'
const AGREED = 'as the role agreement: the peer, their supervisors, managers'
const DESCRIPTION = 'the peer and managers (T3)'
const CONNECTION = { rule: 'what its nodes are', fields: 'edges pageInfo totalCount' }
const EDGE = { rule: 'what its node is', fields: 'cursor node' }

/** What a peer is asked to do, and the text by which they work. */
export const TASK_REQUEST_TYPES: Readonly<Record<string, TypeRule>> = {
  TaskRequest: {
    rule: TASK,
    fields:
      'activity activityName answeredAt askedAt asker doneBy hostAgency id peer recordedBy returnedTo says sentence state task',
  },
  TaskRequestConnection: CONNECTION,
  TaskRequestEdge: EDGE,
  CreateTaskRequestPayload: { rule: TASK, fields: 'taskRequest' },
  RecordTaskRequestPayload: { rule: TASK, fields: 'taskRequest' },
  AcceptTaskRequestPayload: { rule: TASK, fields: 'taskRequest' },
  DeclineTaskRequestPayload: { rule: TASK, fields: 'taskRequest' },
  ReturnTaskRequestPayload: { rule: TASK, fields: 'taskRequest' },
  TaskFrame: { rule: AGREED, fields: 'customActivities peer placements' },
  TaskPlacement: { rule: AGREED, fields: 'agreementFrom agreementVersion hostAgency lines placementId' },
  TaskAgreementLine: { rule: AGREED, fields: 'activity doneBy says' },
  TaskCustomActivity: { rule: 'as everyone in the organization', fields: 'key name' },
  JobDescription: { rule: DESCRIPTION, fields: 'hostAgency id placementId savedAt savedBy text version' },
  JobDescriptionConnection: CONNECTION,
  JobDescriptionEdge: EDGE,
  RecordJobDescriptionPayload: { rule: DESCRIPTION, fields: 'jobDescription' },
}
