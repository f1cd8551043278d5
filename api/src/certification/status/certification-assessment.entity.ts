import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Certification } from '../recording/certification.entity.ts'

/** What stands behind the status of a certification: why, what is unknown, until when; and whether it is stale. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'certification_assessment_certification_fkey',
    onDelete: 'CASCADE',
  },
)
@Index(['organizationId', 'peerId'])
export class CertificationAssessment {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  certificationId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  /** Counted up by a trigger at each change of what the assessment rests on. */
  @Column({ type: 'bigint', default: 1 })
  factsVersion!: number

  @Column({ type: 'bigint', nullable: true })
  assessedVersion!: number | null

  /** The rules and the way of assessing: another release of the program assesses again. */
  @Column({ type: 'text', nullable: true })
  assessedBy!: string | null

  @Column({ type: 'date', nullable: true })
  assessedOn!: string | null

  /** From this day on it is assessed again, whether or not anything has changed by then. */
  @Column({ type: 'date', nullable: true })
  reassessOn!: string | null

  @Column({ type: 'date', nullable: true })
  nextChangeOn!: string | null

  @Column({ type: 'boolean', default: false })
  atRisk!: boolean

  @Column({ type: 'text', array: true, default: '{}' })
  reasonKinds!: string[]

  @Column({ type: 'text', array: true, default: '{}' })
  unknownKinds!: string[]

  @Column({ type: 'text', nullable: true })
  credentialState!: string | null

  /** State and abbreviation, as lists sort by it. */
  @Column({ type: 'text', nullable: true })
  credentialLabel!: string | null

  @Column({ type: 'integer', nullable: true })
  ruleVersion!: number | null

  @Column({ type: 'date', nullable: true })
  opensOn!: string | null

  @Column({ type: 'date', nullable: true })
  sendByOn!: string | null

  @Column({ type: 'date', nullable: true })
  expiresOn!: string | null
}
