import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Certification } from '../recording/certification.entity.ts'

/** What stands behind the standing of a certification: why, what is unknown, until when; and whether it is stale. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'certification_judgement_certification_fkey',
    onDelete: 'CASCADE',
  },
)
@Index(['organizationId', 'peerId'])
export class CertificationJudgement {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  certificationId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  /** Counted up by a trigger at each change of what the judgement rests on. */
  @Column({ type: 'bigint', default: 1 })
  factsVersion!: number

  @Column({ type: 'bigint', nullable: true })
  judgedVersion!: number | null

  /** The rules and the way of judging: another release of the program judges again. */
  @Column({ type: 'text', nullable: true })
  judgedBy!: string | null

  @Column({ type: 'date', nullable: true })
  judgedOn!: string | null

  /** From this day on it is judged again, whether or not anything has changed by then. */
  @Column({ type: 'date', nullable: true })
  judgeAgainOn!: string | null

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
