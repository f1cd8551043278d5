import type { SessionModality } from '@alongside/shared/supervision/sessions/session-formats'
import type { TalkAnswer } from '@alongside/shared/wellness/talk/talk-request'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { PlannedSession } from '../../supervision/planning/planned-session.entity.ts'
import { TalkRequest } from './talk-request.entity.ts'

/** A time to talk that a supportive supervisor offers; the day and the time are those of the organization's clock. */
@Entity()
@ForeignKey(
  () => TalkRequest,
  ['organizationId', 'requestId', 'peerId', 'relationshipId'],
  ['organizationId', 'id', 'peerId', 'relationshipId'],
  { name: 'talk_offer_of_request' },
)
@ForeignKey(() => PlannedSession, ['organizationId', 'plannedSessionId'], ['organizationId', 'id'], {
  name: 'talk_offer_planned_session_fkey',
})
@Index('talk_offer_one_open', ['organizationId', 'requestId'], { unique: true, where: 'answer is null' })
@Index(['organizationId', 'requestId'])
@Index(['organizationId', 'peerId'])
@Check('talk_offer_modality_known', "modality in ('IN_PERSON', 'VIDEO', 'PHONE')")
@Check('talk_offer_answer_known', "answer in ('ACCEPTED', 'ANOTHER_TIME', 'REPLACED')")
@Check('talk_offer_answered_in_some_way', '(answer is null) = (answered_at is null)')
export class TalkOffer {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  requestId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'uuid' })
  relationshipId!: string

  @Column({ type: 'date' })
  onDay!: string

  @Column({ type: 'time' })
  atTime!: string

  @Column({ type: 'text' })
  modality!: SessionModality

  @Column({ type: 'timestamptz' })
  offeredAt!: Date

  @Column({ type: 'text', nullable: true })
  answer!: TalkAnswer | null

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null

  /** The session that it became; a planned session does not say where it comes from. */
  @Column({ type: 'uuid', nullable: true })
  plannedSessionId!: string | null
}
