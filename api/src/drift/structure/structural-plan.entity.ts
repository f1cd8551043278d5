import type { AgencyConcern } from '@alongside/shared/drift/structure/agency-concerns'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { HostAgency } from '../../people/host-agencies/host-agency.entity.ts'
import { Membership } from '../../people/members/membership.entity.ts'

/** What the organization plans about an agency, with an owner and a day; it ends with what came of it. */
@Entity()
@ForeignKey(() => HostAgency, ['organizationId', 'hostAgencyId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'ownerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'writtenBy'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'endedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'hostAgencyId', 'writtenAt'])
@Index('structural_plan_one_open', ['organizationId', 'hostAgencyId', 'concern'], {
  unique: true,
  where: 'ended_on is null',
})
@Check(
  'structural_plan_concern_known',
  "concern in ('ONLY_PEER_IN_AGENCY', 'ORDERED_PARTICIPATION', 'SUPERVISED_ADMINISTRATIVELY_ONLY')",
)
@Check('structural_plan_plan_length', 'char_length(plan) between 1 and 500')
@Check('structural_plan_outcome_length', 'char_length(outcome) between 1 and 500')
@Check(
  'structural_plan_ended_with_outcome',
  '(ended_on is null) = (ended_by is null) and (ended_on is null) = (outcome is null)',
)
export class StructuralPlan {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  hostAgencyId!: string

  @Column({ type: 'text' })
  concern!: AgencyConcern

  /** The version of the rule that had found it then. */
  @Column({ type: 'integer' })
  ruleVersion!: number

  @Column({ type: 'text' })
  plan!: string

  @Column({ type: 'uuid' })
  ownerId!: string

  @Column({ type: 'date' })
  dueOn!: string

  @Column({ type: 'uuid' })
  writtenBy!: string

  @Column({ type: 'timestamptz' })
  writtenAt!: Date

  @Column({ type: 'date', nullable: true })
  endedOn!: string | null

  @Column({ type: 'uuid', nullable: true })
  endedBy!: string | null

  @Column({ type: 'text', nullable: true })
  outcome!: string | null
}
