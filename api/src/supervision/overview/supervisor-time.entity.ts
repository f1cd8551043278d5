import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** How much of a full-time position a supervisor has for supervising, from a day on. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'recordedBy'])
@Check('supervisor_time_full_time_share_range', 'full_time_share > 0 and full_time_share <= 1')
@Check('supervisor_time_not_ones_own', 'recorded_by <> supervisor_id')
export class SupervisorTime {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  supervisorId!: string

  @PrimaryColumn({ type: 'date' })
  startsOn!: string

  @Column({ type: 'numeric', precision: 3, scale: 2 })
  fullTimeShare!: number

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date
}
