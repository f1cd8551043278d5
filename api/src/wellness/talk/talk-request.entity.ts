import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { SupervisionRelationship } from '../../supervision/relationships/supervision-relationship.entity.ts'

/** A peer would like to talk with a supportive supervisor. There is no reason in it. */
@Entity()
@ForeignKey(
  () => SupervisionRelationship,
  ['organizationId', 'relationshipId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'talk_request_to_own_supervisor' },
)
@Unique('talk_request_of_relationship', ['organizationId', 'id', 'peerId', 'relationshipId'])
@Index('talk_request_one_open', ['organizationId', 'relationshipId'], {
  unique: true,
  where: 'closed_at is null',
})
@Index(['organizationId', 'peerId'])
@Check('talk_request_closed_as_known', "closed_as in ('ACCEPTED', 'NOT_NEEDED')")
@Check('talk_request_closed_in_some_way', '(closed_at is null) = (closed_as is null)')
export class TalkRequest {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'uuid' })
  relationshipId!: string

  @Column({ type: 'timestamptz' })
  askedAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null

  @Column({ type: 'text', nullable: true })
  closedAs!: 'ACCEPTED' | 'NOT_NEEDED' | null
}
