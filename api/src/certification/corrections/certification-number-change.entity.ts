import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { Certification } from '../recording/certification.entity.ts'

/** The number of a certification that another one replaced. The database makes it with the change. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'certification_number_change_certification_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@Index('certification_number_change_of_certification', ['organizationId', 'certificationId'])
@Check('certification_number_change_changes_it', 'number is distinct from number_before')
export class CertificationNumberChange {
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
  numberBefore!: string

  /** Null: it has none any more. */
  @Column({ type: 'text', nullable: true })
  number!: string | null

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date
}
