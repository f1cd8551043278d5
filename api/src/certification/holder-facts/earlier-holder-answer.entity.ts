import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { Certification } from '../recording/certification.entity.ts'

/** An answer about a holder that a later one replaced, with its last day; the database lets no known one go without it. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'earlier_holder_answer_certification_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@Unique('earlier_holder_answer_once', ['organizationId', 'certificationId', 'revision', 'question'])
@Check('earlier_holder_answer_one_value', 'num_nonnulls(held, months) <= 1')
export class EarlierHolderAnswer {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  certificationId!: string

  /** Repeated from the certification, so that the wall asks one table only. */
  @Column({ type: 'uuid' })
  peerId!: string

  /** A condition that a rule asks, or the chosen length of the cycle. */
  @Column({ type: 'text' })
  question!: string

  /** Of a condition; null: it was not known. */
  @Column({ type: 'boolean', nullable: true })
  held!: boolean | null

  /** Of the chosen length; null: it was not known. */
  @Column({ type: 'integer', nullable: true })
  months!: number | null

  /** The last day on which it held; null: none, a first answer holds for the days before as well. */
  @Column({ type: 'date', nullable: true })
  endsOn!: string | null

  /** That of the certification which the change ended. */
  @Column({ type: 'integer' })
  revision!: number

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date
}
