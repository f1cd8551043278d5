import type { PlanPart } from '@alongside/shared/wellness/plan/self-care-plan'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** One line of somebody's own self-care plan. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'ownerId'], ['organizationId', 'id'])
@Unique(['organizationId', 'id', 'ownerId'])
@Index(['organizationId', 'ownerId'])
@Check('self_care_plan_line_part_known', "part in ('KEEPS_ME_WELL', 'EARLY_SIGN', 'HELPS', 'WHOM_I_CALL')")
@Check('self_care_plan_line_text_length', 'char_length(text) between 1 and 200')
@Check('self_care_plan_line_phone_length', 'char_length(phone) between 1 and 40')
@Check('self_care_plan_line_phone_of_a_person', "phone is null or part = 'WHOM_I_CALL'")
export class SelfCarePlanLine {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  ownerId!: string

  @Column({ type: 'text' })
  part!: PlanPart

  @Column({ type: 'text' })
  text!: string

  @Column({ type: 'text', nullable: true })
  phone!: string | null

  @Column({ type: 'timestamptz' })
  addedAt!: Date

  @Column({ type: 'timestamptz' })
  savedAt!: Date
}
