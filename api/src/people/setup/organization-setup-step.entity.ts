import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Membership } from '../members/membership.entity.ts'
import { Organization } from '../organization/organization.entity.ts'

/** What an admin decided about one step of setting up: done, skipped, or open again. No row: not looked at yet. */
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Membership, ['organizationId', 'decidedBy'], ['organizationId', 'id'])
@Check(
  'organization_setup_step_step_known',
  "step in ('ORGANIZATION', 'HELP_CONTACTS', 'HOST_AGENCIES', 'TEAMS', 'PEOPLE', 'OWN_ROLES', 'SUPERVISORS', 'CERTIFICATIONS')",
)
@Check('organization_setup_step_one_decision', 'done_at is null or skipped_at is null')
export class OrganizationSetupStep {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'text' })
  step!: string

  @Column({ type: 'timestamptz', nullable: true })
  doneAt!: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  skippedAt!: Date | null

  @Column({ type: 'uuid', nullable: true })
  decidedBy!: string | null
}
