import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** A peer's own answers to the ethics reflection, begun and perhaps finished. Only they read it, until they share it. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Unique(['organizationId', 'id', 'memberId'])
@Index('ethics_reflection_one_open', { synchronize: false })
@Index(['organizationId', 'memberId', 'finishedOn'])
@Check(
  'ethics_reflection_answers_of_version',
  'version = 1 and cardinality(answers) = 27 and 1 <= all (answers) and 5 >= all (answers)',
)
@Check('ethics_reflection_finished_after_start', 'finished_on >= started_on')
export class EthicsReflection {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  memberId!: string

  /** Which statements the answers belong to. */
  @Column({ type: 'smallint' })
  version!: number

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
