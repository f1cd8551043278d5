import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { PlannedSession } from '../planning/planned-session.entity.ts'

/** A peer asks one supervisor for a time. The two of them know of it, and nobody else. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@ForeignKey(
  () => PlannedSession,
  ['organizationId', 'plannedSessionId', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'time_request_planned_session_fkey' },
)
@Index(['organizationId', 'peerId'])
@Index(['organizationId', 'supervisorId'])
@Index('time_request_one_open', ['organizationId', 'peerId', 'supervisorId', 'type'], {
  unique: true,
  where: "status = 'OPEN'",
})
@Check('time_request_type_known', "type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')")
@Check(
  'time_request_weekdays_known',
  "weekdays <@ array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'WEEKEND']",
)
@Check(
  'time_request_times_of_day_known',
  "times_of_day <@ array['MORNING', 'MIDDAY', 'AFTERNOON', 'EVENING']",
)
@Check('time_request_status_known', "status in ('OPEN', 'PLANNED', 'DECLINED', 'WITHDRAWN')")
@Check('time_request_answer_known', "answer in ('LETS_TALK', 'NEXT_SESSION', 'AWAY')")
@Check('time_request_not_oneself', 'peer_id <> supervisor_id')
@Check(
  'time_request_answered',
  `(answer is not null) = (status = 'DECLINED') and (planned_session_id is not null) = (status = 'PLANNED')
   and (answered_at is not null) = (status in ('PLANNED', 'DECLINED'))`,
)
export class TimeRequest {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'uuid' })
  supervisorId!: string

  @Column({ type: 'text' })
  type!: string

  /** None: any day is fine. */
  @Column({ type: 'text', array: true })
  weekdays!: string[]

  @Column({ type: 'text', array: true })
  timesOfDay!: string[]

  @Column({ type: 'text' })
  status!: string

  @Column({ type: 'text', nullable: true })
  answer!: string | null

  @Column({ type: 'timestamptz' })
  askedAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null

  @Column({ type: 'uuid', nullable: true })
  plannedSessionId!: string | null
}
