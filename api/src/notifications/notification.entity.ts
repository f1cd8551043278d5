import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm'
import type { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { Membership } from '../people/members/membership.entity.ts'

/** That there is something new for one member: a kind and ids, no content. Once per recipient and key. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'recipientId'], ['organizationId', 'id'])
@Unique(['organizationId', 'recipientId', 'key'])
@Index('notification_newest_first', ['organizationId', 'recipientId', 'createdAt', 'id'])
@Index('notification_unseen', ['organizationId', 'recipientId'], { where: 'seen_at is null' })
@Index('notification_to_mail', ['mailDueAt'], {
  where: "mailed_at is null and mail_due_at is distinct from 'infinity'",
})
@Index(['organizationId', 'mailId'])
@Check(
  'notification_kind_known',
  `kind in ('SUPERVISION_PROPOSED', 'SUPERVISION_ACCEPTED', 'SUPERVISION_ENDED', 'AGREEMENT_TO_SIGN',
   'INVITATION_ACCEPTED', 'ROLES_CHANGED', 'SESSION_LOGGED', 'FLAG_TOLD', 'CERTIFICATION_EXPIRES',
   'IMPORT_DONE', 'CERTIFICATION_AT_RISK', 'CERTIFICATION_LAPSED', 'SUPERVISION_ASSIGNED', 'FLAG_STEP',
   'FLAG_CLOSING_PROPOSED', 'FLAG_SHARED', 'ROLE_REQUESTED', 'ROLE_REQUEST_ANSWERED',
   'SESSION_CORRECTED', 'CERTIFICATION_CORRECTED', 'CE_HOURS_CORRECTED', 'SESSION_PLANNED',
   'SESSION_MOVED', 'SESSION_CANCELLED', 'SESSION_TOMORROW', 'SUPERVISION_DUE', 'SESSION_UNANSWERED',
   'SERIES_ENDING', 'TIME_ASKED', 'TIME_ANSWERED', 'SUPERVISION_REQUESTED',
   'SUPERVISION_REQUEST_ANSWERED', 'AGENDA_ITEM_ADDED', 'FOLLOW_UP_ADDED', 'FOLLOW_UP_CLOSED',
   'LEARNING_GOAL_ADDED', 'SESSION_AMENDED', 'SESSION_COMMENTED', 'SIGNATURES_WAIT',
   'AGREEMENT_DECLINED', 'COURSE_SENT_BACK', 'EVIDENCE_REQUESTED', 'COURSES_TO_REVIEW',
   'SERVICE_HOURS_REQUESTED', 'CERTIFICATION_REMINDER', 'RENEWAL_DUE', 'RENEWALS_DIGEST',
   'SHARED_WITH_YOU', 'TALK_REQUESTED', 'TALK_TIME_OFFERED', 'TALK_ANSWERED', 'CHECK_IN_REMINDER',
   'TASK_ASKED', 'TASK_ANSWERED', 'ATTESTATION_ASKED', 'ATTESTATION_ANSWERED')`,
)
@Check('notification_key_length', 'char_length(key) between 1 and 200')
export class Notification {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  recipientId!: string

  @Column({ type: 'text' })
  kind!: NotificationKind

  @Column({ type: 'text' })
  key!: string

  @Column({ type: 'uuid', nullable: true })
  subjectId!: string | null

  @Column({ type: 'timestamptz' })
  createdAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  seenAt!: Date | null

  /** None until the mail job has decided; infinity: in the app only. */
  @Column({ type: 'timestamptz', nullable: true })
  mailDueAt!: Date | null

  /** The mail that carries it; given when it is first taken and kept, so that a second sending is the same mail. */
  @Column({ type: 'uuid', nullable: true })
  mailId!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  mailTakenAt!: Date | null

  @Column({ type: 'integer', default: 0 })
  mailAttempts!: number

  @Column({ type: 'timestamptz', nullable: true })
  mailedAt!: Date | null
}
