import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** A peer's thirty answers, begun and perhaps finished. Only they read it, until they share a finished one. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Unique(['organizationId', 'id', 'memberId'])
@Index('proqol_response_one_open', { synchronize: false })
@Index(['organizationId', 'memberId', 'finishedOn'])
@Check(
  'proqol_response_answers_known',
  'cardinality(answers) = 30 and 1 <= all (answers) and 5 >= all (answers)',
)
@Check('proqol_response_finished_after_start', 'finished_on >= started_on')
export class ProqolResponse {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'date' })
  startedOn!: string

  /** Null is blank. */
  @Column({ type: 'smallint', array: true })
  answers!: (number | null)[]

  @Column({ type: 'date', nullable: true })
  finishedOn!: string | null

  @Column({ type: 'timestamptz' })
  savedAt!: Date
}
