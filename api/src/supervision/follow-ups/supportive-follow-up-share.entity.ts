import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { SupervisionRelationship } from '../relationships/supervision-relationship.entity.ts'
import { SupportiveFollowUp } from './supportive-follow-up.entity.ts'

/** That a peer passed a supportive follow-up on to a later supportive supervisor. */
@Entity()
@ForeignKey(
  () => SupportiveFollowUp,
  ['organizationId', 'followUpId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'supportive_follow_up_share_of_own' },
)
@ForeignKey(
  () => SupervisionRelationship,
  ['organizationId', 'relationshipId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'supportive_follow_up_share_with_own_supervisor' },
)
@Index(['organizationId', 'relationshipId'])
export class SupportiveFollowUpShare {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  followUpId!: string

  @PrimaryColumn({ type: 'uuid' })
  relationshipId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'timestamptz' })
  sharedAt!: Date
}
