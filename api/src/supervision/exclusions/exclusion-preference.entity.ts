import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** Somebody whom a peer does not want as a supervisor, without a reason; nobody but the peer ever reads it. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'excludedId'], ['organizationId', 'id'])
@Index(['organizationId', 'excludedId'])
@Check('exclusion_preference_not_oneself', 'peer_id <> excluded_id')
export class ExclusionPreference {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  peerId!: string

  @PrimaryColumn({ type: 'uuid' })
  excludedId!: string

  @Column({ type: 'timestamptz' })
  madeAt!: Date
}
