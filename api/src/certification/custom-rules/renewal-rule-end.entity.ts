import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { RenewalRuleVersion } from './renewal-rule-version.entity.ts'

/**
 * Ends a version of an organization's rule, from a day on or as if it had never counted, or undoes its end, and says
 * why. The newest record of a version decides.
 */
@Entity()
@ForeignKey(() => RenewalRuleVersion, ['organizationId', 'versionId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@Unique(['organizationId', 'versionId', 'number'])
@Check('renewal_rule_end_number_range', 'number between 1 and 1000')
@Check('renewal_rule_end_undone_without_day', 'not is_undone or counts_until is null')
@Check('renewal_rule_end_reason_length', 'char_length(reason) between 1 and 500')
export class RenewalRuleEnd {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  versionId!: string

  /** Counted from 1 for each version. */
  @Column({ type: 'integer', default: 1 })
  number!: number

  /** True when this record removes the end of the version again. */
  @Column({ type: 'boolean', default: false })
  isUndone!: boolean

  /** Cycles that begin on this day or earlier keep the version; null: none does. */
  @Column({ type: 'date', nullable: true })
  countsUntil!: string | null

  @Column({ type: 'text' })
  reason!: string

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date
}
