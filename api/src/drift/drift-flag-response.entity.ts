import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../people/members/membership.entity.ts'
import { DriftFlag } from './drift-flag.entity.ts'

/** How the peer sees a flag, in their own words; it stands beside the flag for good and is only ever added to. */
@Entity()
@ForeignKey(() => DriftFlag, ['organizationId', 'flagId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Index(['organizationId', 'flagId'])
@Check('drift_flag_own_view_text_length', 'char_length(text) between 1 and 2000')
export class DriftFlagOwnView {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  flagId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  text!: string

  @Column({ type: 'timestamptz' })
  writtenAt!: Date
}
