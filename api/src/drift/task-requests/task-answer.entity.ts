import type { TaskState } from '@alongside/shared/drift/task-requests/task-request'
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { TaskRequest } from './task-request.entity.ts'

/** The peer's one answer to a task request. */
@Entity()
@ForeignKey(
  () => TaskRequest,
  ['organizationId', 'taskRequestId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'task_answer_of_request',
    onDelete: 'CASCADE',
  },
)
@Check('task_answer_state_known', "state in ('ACCEPTED', 'DECLINED', 'RETURNED')")
@Check('task_answer_sentence_length', 'char_length(sentence) between 1 and 300')
@Check('task_answer_returned_to_length', 'char_length(returned_to) between 1 and 80')
@Check(
  'task_answer_says_why',
  "(state = 'DECLINED') = (sentence is not null) and (state = 'RETURNED') = (returned_to is not null)",
)
export class TaskAnswer {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  taskRequestId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  state!: Exclude<TaskState, 'ASKED'>

  /** What the peer said where they declined. */
  @Column({ type: 'text', nullable: true })
  sentence!: string | null

  /** Whose work it is, where the peer sent it on. */
  @Column({ type: 'text', nullable: true })
  returnedTo!: string | null

  @Column({ type: 'timestamptz' })
  answeredAt!: Date
}
