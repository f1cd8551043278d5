import type { DriftCause } from '@alongside/shared/drift/drift-causes'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** What a peer may raise as a flag later. Nobody else can learn that it is there. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Check('drift_flag_draft_evidence_length', 'char_length(evidence) between 1 and 2000')
@Check(
  'drift_flag_draft_cause_known',
  "cause in ('OWN_PRACTICE', 'ASSIGNED_WORK', 'AGENCY_POLICY', 'STRUCTURE')",
)
@Check('drift_flag_draft_response_length', 'char_length(response) between 1 and 2000')
@Check('drift_flag_draft_supervisors_count', 'cardinality(supervisor_ids) <= 50')
export class DriftFlagDraft {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  evidence!: string

  @Column({ type: 'text', nullable: true })
  cause!: DriftCause | null

  @Column({ type: 'text', nullable: true })
  response!: string | null

  @Column({ type: 'timestamptz' })
  savedAt!: Date

  /** Who would see it; null for all who teach or support the peer when it is raised. */
  @Column({ type: 'uuid', array: true, nullable: true })
  supervisorIds!: string[] | null
}
