import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** Paid time for reflection in one week: a figure, with no content and no link to a check-in. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'ownerId'], ['organizationId', 'id'])
@Check('reflection_time_week_starts_on_monday', 'extract(isodow from week_start) = 1')
@Check('reflection_time_minutes_range', 'minutes between 0 and 600')
export class ReflectionTime {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  ownerId!: string

  @PrimaryColumn({ type: 'date' })
  weekStart!: string

  @Column({ type: 'integer' })
  minutes!: number

  @Column({ type: 'timestamptz' })
  savedAt!: Date
}
