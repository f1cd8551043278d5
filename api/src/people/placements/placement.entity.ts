import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm'
import { HostAgency } from '../host-agencies/host-agency.entity.ts'
import { Membership } from '../members/membership.entity.ts'

/** A peer at a host agency from a day to a day, with job title, full-time share (1 = full time) and current caseload (people). */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => HostAgency, ['organizationId', 'hostAgencyId'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Index(['organizationId', 'voidedBy'], { where: 'voided_by is not null' })
@Unique(['organizationId', 'id', 'peerId'])
@Check('placement_job_title_form', "job_title ~ '^[A-Z_]{3,60}$'")
@Check('placement_full_time_share_range', 'full_time_share > 0 and full_time_share <= 1')
@Check('placement_caseload_size_range', 'caseload_size between 0 and 500')
@ForeignKey(() => Membership, ['organizationId', 'voidedBy'], ['organizationId', 'id'])
@Check('placement_voided_by_somebody', '(voided_at is null) = (voided_by is null)')
@Check(
  'placement_voided_never_took_place',
  'voided_at is null or ends_on is not null and ends_on = starts_on - 1',
)
@Check('placement_ends_after_start', 'ends_on >= starts_on - 1')
export class Placement {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'uuid' })
  hostAgencyId!: string

  @Column({ type: 'text' })
  jobTitle!: string

  @Column({ type: 'date' })
  startsOn!: string

  @Column({ type: 'date', nullable: true })
  endsOn!: string | null

  @Column({ type: 'numeric', precision: 3, scale: 2, default: 1 })
  fullTimeShare!: number

  @Column({ type: 'integer', nullable: true })
  caseloadSize!: number | null

  /** The end came with the peer's leaving; what it was before stands beside it until the day has come. */
  @Column({ type: 'boolean', default: false })
  endsWithLeaving!: boolean

  @Column({ type: 'date', nullable: true })
  endsOnBeforeLeaving!: string | null

  /** Entered by mistake: it never took place. Who withdrew it, and which last day it had, stand beside it. */
  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null

  @Column({ type: 'uuid', nullable: true })
  voidedBy!: string | null

  @Column({ type: 'date', nullable: true })
  endsOnBeforeVoiding!: string | null

  /** Whether participants are ordered to take part, which peer support is not meant for; null where nobody has said. */
  @Column({ type: 'boolean', nullable: true })
  isParticipationOrdered!: boolean | null

  @Column({ type: 'integer', default: 1 })
  revision!: number
}
