import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../people/members/membership.entity.ts'
import { Organization } from '../people/organization/organization.entity.ts'

/** One change in the organization: who, when, what, about whom; never a text that somebody wrote. Triggers append it. */
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Membership, ['organizationId', 'actorId'], ['organizationId', 'id'])
@Index(['organizationId', 'at'])
@Index(['organizationId', 'personId'])
@Index(['organizationId', 'actorId'])
@Check(
  'audit_entry_area_known',
  `area in ('ACCOUNT', 'SETTINGS', 'PEOPLE', 'AGREEMENT', 'RELATIONSHIP', 'SESSION', 'CERTIFICATION',
   'INTEGRATION', 'IMPORT', 'EXPORT')`,
)
@Check('audit_entry_action_form', "action ~ '^[A-Z_]{3,40}$'")
@Check('audit_entry_subject_form', "subject ~ '^[a-z_]{3,60}$'")
export class AuditEntry {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  entryNumber!: number

  @Column({ type: 'timestamptz' })
  at!: Date

  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null

  @Column({ type: 'text' })
  area!: string

  @Column({ type: 'text' })
  action!: string

  @Column({ type: 'text' })
  subject!: string

  @Column({ type: 'uuid', nullable: true })
  subjectId!: string | null

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null

  @Column({ type: 'jsonb', default: {} })
  facts!: Record<string, unknown>
}
