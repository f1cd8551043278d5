import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../people/members/membership.entity.ts'
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
@ForeignKey(() => Membership, ['organizationId', 'takenBy'], ['organizationId', 'id'])
@Index(['organizationId', 'flagId'])
@Check(
  'drift_flag_step_in_order',
  `(from_status, to_status) in (('OPEN', 'DISCUSSED'), ('DISCUSSED', 'PLANNED'), ('PLANNED', 'RESOLVED'),
   ('OPEN', 'NOT_DRIFT'), ('DISCUSSED', 'NOT_DRIFT'), ('PLANNED', 'NOT_DRIFT'))`,
)
@Check('drift_flag_step_plan_length', 'char_length(plan) between 1 and 2000')
@Check('drift_flag_step_reason_length', 'char_length(reason) between 1 and 1000')
@Check(
  'drift_flag_step_says_what_it_must',
  "(to_status <> 'PLANNED' or plan is not null) and (to_status <> 'NOT_DRIFT' or reason is not null)",
)
export class DriftFlagStep {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  flagId!: string

  @Column({ type: 'uuid' })
  peerId!: string

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
}
