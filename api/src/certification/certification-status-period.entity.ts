import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Certification } from './certification.entity.ts'

/** A status that a board gave a certification, from a day to a day; without one the dates of the certificate decide. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'certification_status_period_certification_fkey',
  },
)
@Index('certification_status_period_certification_idx', ['organizationId', 'certificationId'])
@Check('certification_status_period_status_known', "status in ('ACTIVE', …)")
@Check('certification_status_period_ends_after_start', 'ends_on >= starts_on')
export class CertificationStatusPeriod {
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
}
