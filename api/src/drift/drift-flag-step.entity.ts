import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../people/members/membership.entity.ts'
import { EducationalFollowUp } from '../supervision/follow-ups/educational-follow-up.entity.ts'
import { SupportiveFollowUp } from '../supervision/follow-ups/supportive-follow-up.entity.ts'
import { SessionAttendance } from '../supervision/sessions/session-attendance.entity.ts'
import { DriftFlag } from './drift-flag.entity.ts'

/** One step of a flag: from where to where, who took it and when, with the plan or the reason; never changed later. */
@Entity()
@ForeignKey(() => DriftFlag, ['organizationId', 'flagId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(
  () => SessionAttendance,
  ['organizationId', 'sessionId', 'peerId'],
  ['organizationId', 'sessionId', 'peerId'],
  {
    name: 'drift_flag_step_in_attended_session',
  },
)
@ForeignKey(
  () => EducationalFollowUp,
  ['organizationId', 'educationalFollowUpId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'drift_flag_step_educational_follow_up' },
)
@ForeignKey(
  () => SupportiveFollowUp,
  ['organizationId', 'supportiveFollowUpId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'drift_flag_step_supportive_follow_up' },
)
@ForeignKey(() => Membership, ['organizationId', 'takenBy'], ['organizationId', 'id'])
@Unique(['organizationId', 'flagId', 'number'])
@Check(
  'drift_flag_step_in_order',
  `(from_status, to_status) in (
   ('OPEN', 'DISCUSSED'), ('OPEN', 'PROPOSED_NOT_DRIFT'), ('OPEN', 'NOT_DRIFT'),
   ('DISCUSSED', 'PLANNED'), ('DISCUSSED', 'PROPOSED_NOT_DRIFT'), ('DISCUSSED', 'NOT_DRIFT'),
   ('PLANNED', 'PROPOSED_RESOLVED'), ('PLANNED', 'RESOLVED'), ('PLANNED', 'PROPOSED_NOT_DRIFT'), ('PLANNED', 'NOT_DRIFT'),
   ('PROPOSED_RESOLVED', 'RESOLVED'), ('PROPOSED_RESOLVED', 'NOT_AGREED'),
   ('PROPOSED_NOT_DRIFT', 'NOT_DRIFT'), ('PROPOSED_NOT_DRIFT', 'NOT_AGREED'),
   ('NOT_AGREED', 'DISCUSSED'), ('NOT_AGREED', 'PLANNED'), ('NOT_AGREED', 'NOT_DRIFT'),
   ('RESOLVED', 'OPEN'), ('NOT_DRIFT', 'OPEN'))`,
)
@Check('drift_flag_step_plan_length', 'char_length(plan) between 1 and 2000')
@Check('drift_flag_step_reason_length', 'char_length(reason) between 1 and 1000')
@Check(
  'drift_flag_step_says_what_it_must',
  `(to_status <> 'PLANNED' or plan is not null)
   and (to_status not in ('PROPOSED_NOT_DRIFT', 'NOT_DRIFT') or from_status = 'PROPOSED_NOT_DRIFT' or reason is not null)`,
)
@Check(
  'drift_flag_step_follow_up_of_plan',
  "(educational_follow_up_id is null and supportive_follow_up_id is null) or to_status = 'PLANNED'",
)
@Check('drift_flag_step_one_follow_up', 'educational_follow_up_id is null or supportive_follow_up_id is null')
export class DriftFlagStep {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  flagId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  /** The first step is 1: a flag can pass the same status twice. */
  @Column({ type: 'integer' })
  number!: number

  @Column({ type: 'text' })
  fromStatus!: string

  @Column({ type: 'text' })
  toStatus!: string

  @Column({ type: 'uuid' })
  takenBy!: string

  @Column({ type: 'timestamptz' })
  takenAt!: Date

  @Column({ type: 'text', nullable: true })
  plan!: string | null

  @Column({ type: 'text', nullable: true })
  reason!: string | null

  /** The supervision session in which the flag was talked about. */
  @Column({ type: 'uuid', nullable: true })
  sessionId!: string | null

  /** The plan as a task on the list of the peer and the supervisor of its type; one of the two at most. */
  @Column({ type: 'uuid', nullable: true })
  educationalFollowUpId!: string | null

  @Column({ type: 'uuid', nullable: true })
  supportiveFollowUpId!: string | null
}
