import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { CeCredit } from '../recording/ce-credit.entity.ts'

/** What a manager said of a course that its holder entered: one answer for each version of it. */
@Entity()
@ForeignKey(
  () => CeCredit,
  ['organizationId', 'activityId', 'peerId'],
  ['organizationId', 'activityId', 'peerId'],
  { name: 'course_review_credit_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'reviewedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Check('course_review_outcome_known', "outcome in ('CONFIRMED', 'SENT_BACK')")
@Check(
  'course_review_reason_known',
  `reason in (
      'NO_CERTIFICATE', 'NOT_READABLE', 'WRONG_DATE', 'WRONG_HOURS', 'WRONG_TOPICS', 'OTHER_PERSON', 'CLIENT_NAMED',
      'ALREADY_RECORDED')`,
)
@Check('course_review_not_ones_own', 'reviewed_by <> peer_id')
@Check('course_review_reason_if_sent_back', "(outcome = 'SENT_BACK') = (reason is not null)")
export class CourseReview {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  activityId!: string

  @PrimaryColumn({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  outcome!: string

  /** Of what was sent back. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null

  @Column({ type: 'uuid' })
  reviewedBy!: string

  @Column({ type: 'timestamptz' })
  reviewedAt!: Date
}
