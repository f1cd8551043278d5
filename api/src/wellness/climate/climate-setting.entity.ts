import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Organization } from '../../people/organization/organization.entity.ts'

/** Whether an organization publishes figures of its peers, and of how many people at least. No row: not yet. */
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@Check('climate_setting_smallest_group_range', 'smallest_group between 5 and 50')
export class ClimateSetting {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  /** Only ever raised; a trigger refuses less. */
  @Column({ type: 'integer', default: 7 })
  smallestGroup!: number

  /** The first day; periods that began before it are not published. Null is off. */
  @Column({ type: 'date', nullable: true })
  onSince!: string | null

  @Column({ type: 'integer', default: 1 })
  revision!: number
}
