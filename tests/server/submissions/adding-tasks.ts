import { type Adding, by } from './adding-world.ts'

/** What a peer is asked to do, and the text by which they work. */
export const ADDING_TASKS: Record<string, Adding> = {
  createTaskRequest: {
    by: by('supportive'),
    input: ({ actors }, n) => ({ peerId: actors.peer.id, task: `Drive somebody to court ${n}` }),
    select: 'taskRequest { id says state }',
    table: 'task_request',
  },
  recordTaskRequest: {
    by: by('peer'),
    input: (_, n) => ({ task: `Type a report ${n}`, asker: 'TEAM' }),
    select: 'taskRequest { id says asker }',
    table: 'task_request',
  },
  recordJobDescription: {
    by: by('manager'),
    input: ({ placementId }, n) => ({ placementId, text: `Lead peer groups ${n}` }),
    select: 'jobDescription { id version text }',
    table: 'job_description',
  },
}
