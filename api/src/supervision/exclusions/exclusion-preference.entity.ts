import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/**
 * A peer and somebody who is not to supervise them, without a reason. The peer, the supervisor or a manager marks it,
 * and only whoever did so ever reads it: that the two are not available to each other does not say whose wish it was.
 */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Membership, ['organizationId', 'excludedId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'madeBy'], ['organizationId', 'id'], { onDelete: 'CASCADE' })
@Index(['organizationId', 'excludedId'])
@Index(['organizationId', 'madeBy'])
@Check('exclusion_preference_not_oneself', 'peer_id <> excluded_id')
export class ExclusionPreference {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  peerId!: string

  @PrimaryColumn({ type: 'uuid' })
  excludedId!: string

  @PrimaryColumn({ type: 'uuid' })
  madeBy!: string

  @Column({ type: 'timestamptz' })
  madeAt!: Date
}
