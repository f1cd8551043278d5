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

/** One certificate: from its first day to the expiry printed on it. A wrong one is withdrawn, or corrected by another. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'certification_term_certification_fkey' },
)
@ForeignKey(
  () => CertificationTerm,
  ['organizationId', 'corrects', 'certificationId'],
  ['organizationId', 'id', 'certificationId'],
  { name: 'certification_term_corrects_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'voidedBy'], ['organizationId', 'id'])
@Unique(['organizationId', 'id', 'certificationId'])
@Index(['organizationId', 'certificationId'])
@Index(['organizationId', 'peerId'])
@Index('certification_term_corrected_once', ['organizationId', 'corrects'], {
  unique: true,
  where: 'voided_at is null',
})
@Check('certification_term_expires_after_start', 'expires_on > starts_on')
@Check('certification_term_voided_by_somebody', '(voided_by is null) = (voided_at is null)')
@Check('certification_term_first_stays', 'voided_at is null or id <> certification_id')
export class CertificationTerm {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  /** That of the certification for the first one, which the database makes with it. */
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  certificationId!: string

  /** Repeated from the certification, so that the wall asks one table only. */
  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  startsOn!: string

  /** Null where none is printed. */
  @Column({ type: 'date', nullable: true })
  expiresOn!: string | null

  /** The record that this one puts right. */
  @Column({ type: 'uuid', nullable: true })
  corrects!: string | null

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date

  @Column({ type: 'uuid', nullable: true })
  voidedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null
}
