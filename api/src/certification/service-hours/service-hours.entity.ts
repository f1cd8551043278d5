import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** Hours that a peer worked on a day or between two days, for the boards that ask for work beside courses. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'voidedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Check('service_hours_ends_after_start', 'ends_on >= starts_on')
@Check('service_hours_voided_by_somebody', '(voided_by is null) = (voided_at is null)')
@Check(
  'service_hours_fit_into_their_days',
  'hours between 0.25 and 24 * (ends_on - starts_on + 1) and hours * 4 = floor(hours * 4)',
)
export class ServiceHours {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  startsOn!: string

  @Column({ type: 'date' })
  endsOn!: string

  @Column({ type: 'numeric', precision: 6, scale: 2 })
  hours!: number

  /** Whoever entered it said that these are further hours, beside others of the same days. */
  @Column({ type: 'boolean', default: false })
  allowsOverlap!: boolean

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date

  @Column({ type: 'uuid', nullable: true })
  voidedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null
}
