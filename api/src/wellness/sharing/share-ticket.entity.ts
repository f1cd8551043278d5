import type { ShareKind, ShareScope } from '@alongside/shared/wellness/sharing/share-ticket'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { SupervisionRelationship } from '../../supervision/relationships/supervision-relationship.entity.ts'
import { EthicsReflection } from '../questionnaires/ethics-reflection.entity.ts'
import { ProqolResponse } from '../questionnaires/proqol-response.entity.ts'
import { SelfCarePlanLine } from '../plan/self-care-plan-line.entity.ts'
import { WeeklyCheckIn } from '../weekly-check-in.entity.ts'

/** One thing of somebody's own, shared with one supportive supervisor for a while. It ends with the relationship. */
@Entity()
@ForeignKey(
  () => SupervisionRelationship,
  ['organizationId', 'relationshipId', 'ownerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'share_ticket_with_own_supervisor' },
)
@ForeignKey(
  () => WeeklyCheckIn,
  ['organizationId', 'checkInId', 'ownerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'share_ticket_of_own_check_in' },
)
@ForeignKey(
  () => SelfCarePlanLine,
  ['organizationId', 'planLineId', 'ownerId'],
  ['organizationId', 'id', 'ownerId'],
  { name: 'share_ticket_of_own_plan_line' },
)
@ForeignKey(
  () => ProqolResponse,
  ['organizationId', 'proqolResponseId', 'ownerId'],
  ['organizationId', 'id', 'memberId'],
  { name: 'share_ticket_of_own_proqol' },
)
@ForeignKey(
  () => EthicsReflection,
  ['organizationId', 'ethicsReflectionId', 'ownerId'],
  ['organizationId', 'id', 'memberId'],
  { name: 'share_ticket_of_own_ethics_reflection' },
)
@Unique(['organizationId', 'id', 'ownerId'])
@Index(['organizationId', 'ownerId'])
@Index(['organizationId', 'relationshipId'])
@Index(['organizationId', 'checkInId'])
@Index(['organizationId', 'planLineId'])
@Index(['organizationId', 'proqolResponseId'])
@Index(['organizationId', 'ethicsReflectionId'])
@Check('share_ticket_kind_known', "kind in ('CHECK_IN', 'PLAN_LINE', 'PROQOL', 'ETHICS_REFLECTION')")
@Check('share_ticket_scope_known', "scope in ('SCORES', 'EVERYTHING')")
@Check(
  'share_ticket_names_one_artefact',
  `num_nonnulls(check_in_id, plan_line_id, proqol_response_id, ethics_reflection_id) = 1
   and case kind when 'CHECK_IN' then check_in_id is not null
   when 'PLAN_LINE' then plan_line_id is not null and scope = 'EVERYTHING'
   when 'PROQOL' then proqol_response_id is not null
   when 'ETHICS_REFLECTION' then ethics_reflection_id is not null and scope = 'EVERYTHING'
   else false end`,
)
@Check(
  'share_ticket_expires_within_90_days',
  "expires_at > created_at and expires_at <= created_at + interval '90 days'",
)
export class ShareTicket {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  ownerId!: string

  @Column({ type: 'uuid' })
  relationshipId!: string

  @Column({ type: 'text' })
  kind!: ShareKind

  @Column({ type: 'uuid', nullable: true })
  checkInId!: string | null

  @Column({ type: 'uuid', nullable: true })
  planLineId!: string | null

  @Column({ type: 'uuid', nullable: true })
  proqolResponseId!: string | null

  @Column({ type: 'uuid', nullable: true })
  ethicsReflectionId!: string | null

  @Column({ type: 'text' })
  scope!: ShareScope

  @Column({ type: 'timestamptz' })
  createdAt!: Date

  @Column({ type: 'timestamptz' })
  expiresAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null
}
