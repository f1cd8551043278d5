import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** When somebody wants to be reminded of themselves. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'ownerId'], ['organizationId', 'id'])
@Check('check_in_reminder_weekday_range', 'weekday between 1 and 7')
@Check('check_in_reminder_hour_range', 'hour between 0 and 23')
export class CheckInReminder {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  ownerId!: string

  @Column({ type: 'boolean' })
  isOn!: boolean

  @Column({ type: 'smallint' })
  weekday!: number

  @Column({ type: 'smallint' })
  hour!: number

  @Column({ type: 'timestamptz' })
  savedAt!: Date
}
