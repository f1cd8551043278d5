import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { RenewalRuleVersion } from './renewal-rule-version.entity.ts'

/**
 * Ends a version of an organization's rule, from a day on or as if it had never been, or takes its end back, and says
 * why. The newest of a version stands.
 */
@Entity()
@ForeignKey(() => RenewalRuleVersion, ['organizationId', 'versionId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'withdrawnBy'], ['organizationId', 'id'])
@Unique(['organizationId', 'versionId', 'number'])
@Check('renewal_rule_withdrawal_number_range', 'number between 1 and 1000')
@Check('renewal_rule_withdrawal_taken_back_without_day', 'not is_taken_back or counts_until is null')
@Check('renewal_rule_withdrawal_reason_length', 'char_length(reason) between 1 and 500')
export class RenewalRuleWithdrawal {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  versionId!: string

  /** Counted from 1 for each version. */
  @Column({ type: 'integer', default: 1 })
  number!: number

  /** True: from here on the version has no end again. */
  @Column({ type: 'boolean', default: false })
  isTakenBack!: boolean

  /** Cycles that begin on this day or earlier keep the version; null: none does. */
  @Column({ type: 'date', nullable: true })
  countsUntil!: string | null

  @Column({ type: 'text' })
  reason!: string

  @Column({ type: 'uuid' })
  withdrawnBy!: string

  @Column({ type: 'timestamptz' })
  withdrawnAt!: Date
}
