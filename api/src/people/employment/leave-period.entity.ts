import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../members/membership.entity.ts'

/** Days on which a peer is away, with no reason; what is due stands still on them. Without an end, until further notice. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'enteredBy'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Check('leave_period_ends_after_start', 'ends_on >= starts_on')
export class LeavePeriod {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  startsOn!: string

  @Column({ type: 'date', nullable: true })
  endsOn!: string | null

  @Column({ type: 'uuid' })
  enteredBy!: string

  @Column({ type: 'timestamptz' })
  enteredAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null
}
