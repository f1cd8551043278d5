import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** A renewal rule that an organization decided for itself, for the cycles that begin in its days; never edited. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'publishedBy'], ['organizationId', 'id'])
@Unique(['organizationId', 'credentialId', 'number'])
@Check('renewal_rule_version_credential_id_form', "credential_id ~ '^(us|custom)-[a-z0-9-]{2,56}$'")
@Check('renewal_rule_version_number_range', 'number between 1 and 1000')
@Check(
  'renewal_rule_version_rule_form',
  "jsonb_typeof(rule) = 'object' and octet_length(rule::text) <= 60000",
)
@Check('renewal_rule_version_reason_length', 'char_length(reason) between 1 and 500')
@Check('renewal_rule_version_ends_after_start', 'effective_to >= effective_from')
export class RenewalRuleVersion {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  /** Of the catalogue ('us-…') or of the organization's own ('custom-' and its id). */
  @Column({ type: 'text' })
  credentialId!: string

  /** Counted from 1 within the organization; it stands after the versions of the catalogue. */
  @Column({ type: 'integer' })
  number!: number

  @Column({ type: 'date', nullable: true })
  effectiveFrom!: string | null

  @Column({ type: 'date', nullable: true })
  effectiveTo!: string | null

  /** The whole rule as it was decided, so that a later catalogue changes nothing about it. */
  @Column({ type: 'jsonb' })
  rule!: object

  @Column({ type: 'text' })
  reason!: string

  @Column({ type: 'uuid' })
  publishedBy!: string

  @Column({ type: 'timestamptz' })
  publishedAt!: Date
}
