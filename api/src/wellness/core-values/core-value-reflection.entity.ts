import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** A peer's own answers to the twelve core values in half a year, in the order of the values. Only they read it. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Check(
  'core_value_reflection_half_year',
  'extract(day from starts_on) = 1 and extract(month from starts_on) in (1, 7)',
)
@Check(
  'core_value_reflection_answers_known',
  'cardinality(answers) = 12 and 1 <= all (answers) and 5 >= all (answers)',
)
export class CoreValueReflection {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  memberId!: string

  @PrimaryColumn({ type: 'date' })
  startsOn!: string

  /** Null is skipped. */
  @Column({ type: 'smallint', array: true })
  answers!: (number | null)[]

  @Column({ type: 'timestamptz' })
  savedAt!: Date
}
