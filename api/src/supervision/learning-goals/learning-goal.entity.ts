import type { PeerCompetency } from '@alongside/shared/supervision/learning-goals/peer-competencies'
import type { LearningGoalState } from '@alongside/shared/supervision/learning-goals/learning-goal-input'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionRelationship } from '../relationships/supervision-relationship.entity.ts'

/** What a peer wants to learn, by when: for the two of educational supervision, and for managers to read. */
@Entity()
@ForeignKey(
  () => SupervisionRelationship,
  ['organizationId', 'relationshipId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'learning_goal_of_relationship' },
)
@ForeignKey(() => Membership, ['organizationId', 'madeBy'], ['organizationId', 'id'], {
  name: 'learning_goal_made_by_fkey',
})
@ForeignKey(() => Membership, ['organizationId', 'closedBy'], ['organizationId', 'id'], {
  name: 'learning_goal_closed_by_fkey',
})
@Index('learning_goal_of_peer', ['organizationId', 'peerId', 'targetOn'])
@Index('learning_goal_by_relationship', ['organizationId', 'relationshipId'])
@Check('learning_goal_text_length', 'char_length(text) between 1 and 300')
@Check(
  'learning_goal_competency_known',
  `competency in ('ENGAGES_PEERS', 'PROVIDES_SUPPORT', 'SHARES_LIVED_EXPERIENCE', 'PERSONALIZES_SUPPORT',
   'SUPPORTS_RECOVERY_PLANNING', 'LINKS_TO_RESOURCES', 'TEACHES_WELLNESS_SKILLS', 'HELPS_IN_CRISES',
   'COMMUNICATES', 'COLLABORATES', 'LEADS_AND_ADVOCATES', 'KEEPS_GROWING')`,
)
@Check('learning_goal_state_known', "state in ('OPEN', 'REACHED', 'DROPPED')")
@Check(
  'learning_goal_closed_by_somebody',
  "(state = 'OPEN') = (closed_on is null) and (closed_on is null) = (closed_by is null)",
)
export class LearningGoal {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  relationshipId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  text!: string

  @Column({ type: 'text' })
  competency!: PeerCompetency

  @Column({ type: 'date' })
  targetOn!: string

  @Column({ type: 'uuid' })
  madeBy!: string

  @Column({ type: 'timestamptz' })
  madeAt!: Date

  @Column({ type: 'text', default: 'OPEN' })
  state!: LearningGoalState

  @Column({ type: 'date', nullable: true })
  closedOn!: string | null

  @Column({ type: 'uuid', nullable: true })
  closedBy!: string | null
}
