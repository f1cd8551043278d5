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
import { Membership } from '../../people/members/membership.entity.ts'
import { Certification } from '../recording/certification.entity.ts'

/** A status that a board gave a certification, from a day to a day; without one the dates of the certificate decide. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'board_status_period_certification_fkey',
  },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'endedBy'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'voidedBy'], ['organizationId', 'id'])
@Index('board_status_period_certification_idx', ['organizationId', 'certificationId'])
@ForeignKey(
  () => BoardStatusPeriod,
  ['organizationId', 'versionOf', 'certificationId'],
  ['organizationId', 'id', 'certificationId'],
  { name: 'board_status_period_version_of_fkey' },
)
@Unique('board_status_period_of_certification', ['organizationId', 'id', 'certificationId'])
@Index('board_status_period_one_counts', { synchronize: false })
@Check('board_status_period_version_of_another', 'version_of <> id')
@Check(
  'board_status_period_status_known',
  "status in ('ACTIVE', 'INACTIVE', 'IN_GRACE', 'LAPSED', 'SUSPENDED', 'REVOKED')",
)
@Check('board_status_period_ended_by_somebody', '(ended_by is null) = (ended_at is null)')
@Check('board_status_period_voided_by_somebody', '(voided_by is null) = (voided_at is null)')
@Check('board_status_period_ends_after_start', 'ends_on >= starts_on')
export class BoardStatusPeriod {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  certificationId!: string

  /** Repeated from the certification, so that the wall asks one table only. */
  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  status!: string

  @Column({ type: 'date' })
  startsOn!: string

  @Column({ type: 'date', nullable: true })
  endsOn!: string | null

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date

  /** Who entered the end later than the status, and when; null: with it, or there is none. */
  @Column({ type: 'uuid', nullable: true })
  endedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null

  /** Recorded by mistake: it stays, and counts for nothing. */
  @Column({ type: 'uuid', nullable: true })
  voidedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null

  /** The first version, where this one corrects it; at most one version counts. */
  @Column({ type: 'uuid', nullable: true })
  versionOf!: string | null
}
