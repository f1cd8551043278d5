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

/** A look into a board's register: on which day, where, and whether it showed what is recorded here. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'certification_verification_certification_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'certificationId'])
@ForeignKey(
  () => CertificationVerification,
  ['organizationId', 'versionOf', 'certificationId'],
  ['organizationId', 'id', 'certificationId'],
  { name: 'certification_verification_version_of_fkey' },
)
@Unique('certification_verification_of_certification', ['organizationId', 'id', 'certificationId'])
@ForeignKey(() => Membership, ['organizationId', 'voidedBy'], ['organizationId', 'id'], {
  name: 'certification_verification_voided_by_fkey',
})
@Index('certification_verification_one_counts', { synchronize: false })
@Check('certification_verification_voided_by_somebody', '(voided_by is null) = (voided_at is null)')
@Check('certification_verification_version_of_another', 'version_of <> id')
@Check('certification_verification_source_length', 'char_length(source) between 1 and 200')
@Check(
  'certification_verification_result_known',
  "result in ('AS_RECORDED', 'DIFFERS', 'NOT_FOUND', 'NO_REGISTER')",
)
@Check('certification_verification_note_length', 'char_length(note) between 1 and 300')
export class CertificationVerification {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  certificationId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  checkedOn!: string

  /** The register's name or address. */
  @Column({ type: 'text' })
  source!: string

  @Column({ type: 'text' })
  result!: string

  /** The expiry that the register showed. */
  @Column({ type: 'date', nullable: true })
  expiresOnSeen!: string | null

  @Column({ type: 'text', nullable: true })
  note!: string | null

  /** Who looked. */
  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date

  /** The first version, where this one corrects it; at most one version counts. */
  @Column({ type: 'uuid', nullable: true })
  versionOf!: string | null

  /** Recorded by mistake, or replaced by a later version: it stays, and counts for nothing. */
  @Column({ type: 'uuid', nullable: true })
  voidedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null
}
