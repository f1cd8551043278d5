import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { CeActivity } from './ce-activity.entity.ts'
import { Certification } from './certification.entity.ts'

/** The hours of one activity for one peer, with the set of categories that they can serve. */
@Entity()
@ForeignKey(() => CeActivity, ['organizationId', 'activityId'], ['organizationId', 'id'])
@ForeignKey(
  () => Certification,
  ['organizationId', 'onlyFor', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'ce_credit_only_for_fkey',
  },
)
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'voidedBy'], ['organizationId', 'id'], {
  name: 'ce_credit_voided_by_fkey',
})
@Index(['organizationId', 'peerId'])
@Index('ce_credit_one_counts', { synchronize: false })
@Check('ce_credit_voided_by_somebody', '(voided_by is null) = (voided_at is null)')
@Check('ce_credit_hours_in_steps', 'hours between 0.05 and 200 and hours * 20 = floor(hours * 20)')
@Check(
  'ce_credit_categories_known',
  `categories <@ array['ethics', 'law-and-ethics', 'boundaries', 'confidentiality', 'peer-practice',
   'core-functions', 'general-behavioral-health', 'substance-use', 'suicide-prevention', 'trauma',
   'cultural-competence', 'health-equity', 'system-navigation', 'human-trafficking',
   'health-and-wellness', 'coaching', 'supervision', 'telehealth', 'medication-supported-recovery',
   'professional-development', 'military-content', 'any'] and cardinality(categories) between 1 and 22`,
)
export class CeCredit {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  activityId!: string

  @PrimaryColumn({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'numeric', precision: 5, scale: 2 })
  hours!: number

  @Column({ type: 'text', array: true })
  categories!: string[]

  /** The one certification that it was given to, where each needs hours of its own; null: to none in particular. */
  @Column({ type: 'uuid', nullable: true })
  onlyFor!: string | null

  /** As in `CeActivity`, copied by the database: for one peer at most one version counts. */
  @Column({ type: 'uuid', nullable: true })
  versionOf!: string | null

  /** Given by mistake, or replaced by a later version: it stays, and counts for nothing. */
  @Column({ type: 'uuid', nullable: true })
  voidedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null
}
