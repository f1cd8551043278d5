import type { AgreementSays, TaskAsker } from '@alongside/shared/drift/task-requests/task-request'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { Placement } from '../../people/placements/placement.entity.ts'
import { RoleAgreement } from '../role-agreement/role-agreement.entity.ts'

/** A task that a peer was asked to do, with what the role agreement said of it that day. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(
  () => Placement,
  ['organizationId', 'placementId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'task_request_of_placement',
  },
)
@ForeignKey(
  () => RoleAgreement,
  ['organizationId', 'agreementId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'task_request_by_agreement',
  },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@Unique('task_request_of_peer', ['organizationId', 'id', 'peerId'])
@Index('task_request_newest_first', ['organizationId', 'peerId', 'askedAt', 'id'])
@Index(['organizationId', 'recordedBy'])
@Check('task_request_asker_known', "asker in ('SUPERVISOR', 'MANAGER', 'TEAM', 'HOST_AGENCY', 'POLICY')")
@Check('task_request_activity_form', "activity ~ '^([A-Z_]{3,60}|custom-[0-9a-f-]{36})$'")
@Check('task_request_task_length', 'char_length(task) between 1 and 300')
@Check(
  'task_request_says_known',
  "says in ('PART_OF_ROLE', 'OUTSIDE_ROLE', 'AGAINST_VALUES', 'NOT_ANSWERED', 'NO_AGREEMENT')",
)
@Check('task_request_done_by_length', 'char_length(done_by) between 1 and 80')
@Check('task_request_says_by_agreement', "(says = 'NO_AGREEMENT') = (agreement_id is null)")
export class TaskRequest {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'uuid', nullable: true })
  placementId!: string | null

  /** Who wrote it down: the peer, or whoever asked. */
  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'text' })
  asker!: TaskAsker

  @Column({ type: 'text', nullable: true })
  activity!: string | null

  @Column({ type: 'text' })
  task!: string

  @Column({ type: 'text' })
  says!: AgreementSays

  @Column({ type: 'text', nullable: true })
  doneBy!: string | null

  @Column({ type: 'uuid', nullable: true })
  agreementId!: string | null

  @Column({ type: 'timestamptz' })
  askedAt!: Date
}
