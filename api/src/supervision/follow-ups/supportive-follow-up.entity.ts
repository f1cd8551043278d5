import type { FollowUpOwner, FollowUpState } from '@alongside/shared/supervision/follow-ups/follow-up-input'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionRelationship } from '../relationships/supervision-relationship.entity.ts'
import { SupervisionSession } from '../sessions/supervision-session.entity.ts'

/** What came out of supportive supervision to be done; it passes on only where the peer says so. */
@Entity()
@ForeignKey(
  () => SupervisionRelationship,
  ['organizationId', 'relationshipId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'supportive_follow_up_of_relationship' },
)
@ForeignKey(() => Membership, ['organizationId', 'madeBy'], ['organizationId', 'id'], {
  name: 'supportive_follow_up_made_by_fkey',
})
@ForeignKey(() => SupervisionSession, ['organizationId', 'madeIn'], ['organizationId', 'id'], {
  name: 'supportive_follow_up_made_in_fkey',
})
@ForeignKey(() => Membership, ['organizationId', 'closedBy'], ['organizationId', 'id'], {
  name: 'supportive_follow_up_closed_by_fkey',
})
@ForeignKey(() => SupervisionSession, ['organizationId', 'closedIn'], ['organizationId', 'id'], {
  name: 'supportive_follow_up_closed_in_fkey',
})
@Unique(['organizationId', 'id', 'peerId'])
@Index('supportive_follow_up_of_peer', ['organizationId', 'peerId', 'dueOn'])
@Index('supportive_follow_up_by_relationship', ['organizationId', 'relationshipId'])
@Check('supportive_follow_up_text_length', 'char_length(text) between 1 and 200')
@Check('supportive_follow_up_owner_known', "owner in ('PEER', 'SUPERVISOR')")
@Check('supportive_follow_up_state_known', "state in ('OPEN', 'DONE', 'DROPPED')")
@Check(
  'supportive_follow_up_closed_by_somebody',
  `(state = 'OPEN') = (closed_on is null) and (closed_on is null) = (closed_by is null)
   and (closed_in is null or state = 'DONE')`,
)
export class SupportiveFollowUp {
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

  /** One of the two, not a person: the supervisor's part passes to the next supervisor. */
  @Column({ type: 'text' })
  owner!: FollowUpOwner

  @Column({ type: 'date' })
  dueOn!: string

  @Column({ type: 'uuid' })
  madeBy!: string

  @Column({ type: 'timestamptz' })
  madeAt!: Date

  /** The session in which the two agreed on it. */
  @Column({ type: 'uuid', nullable: true })
  madeIn!: string | null

  @Column({ type: 'text', default: 'OPEN' })
  state!: FollowUpState

  @Column({ type: 'date', nullable: true })
  closedOn!: string | null

  @Column({ type: 'uuid', nullable: true })
  closedBy!: string | null

  /** The session in which it was checked off. */
  @Column({ type: 'uuid', nullable: true })
  closedIn!: string | null
}
