import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type {
  SkillRating,
  SupervisorSkill,
} from '@alongside/shared/supervision/competencies/supervisor-skills'
import { Membership } from '../../people/members/membership.entity.ts'

/** How a supervisor saw their own skills on a day; read by nobody else. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Check(
  'supervisor_reflection_ratings_form',
  "jsonb_typeof(ratings) = 'object' and length(ratings::text) <= 1000",
)
export class SupervisorReflection {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  memberId!: string

  @PrimaryColumn({ type: 'date' })
  answeredOn!: string

  @Column({ type: 'jsonb' })
  ratings!: Partial<Record<SupervisorSkill, SkillRating>>

  @Column({ type: 'timestamptz' })
  savedAt!: Date
}
