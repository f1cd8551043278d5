import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { Certification } from '../recording/certification.entity.ts'

/** The day of first issue put right: what stood before, and what stands since. The database makes it so. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'issue_day_correction_certification_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'certificationId'])
@Check('issue_day_correction_changes_it', 'issued_on <> issued_on_before')
export class IssueDayCorrection {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  certificationId!: string

  /** Repeated from the certification, so that the wall asks one table only. */
  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  issuedOnBefore!: string

  @Column({ type: 'date' })
  issuedOn!: string

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date
}
