import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { PlannedSession } from './planned-session.entity.ts'

/** One peer and one type of a planned session; in a group each peer sees only themselves. */
@Entity()
@ForeignKey(
  () => PlannedSession,
  ['organizationId', 'plannedSessionId', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'planned_attendance_of_session' },
)
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Index(['organizationId', 'supervisorId'])
@Check('planned_attendance_type_known', "type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')")
@Check('planned_attendance_not_oneself', 'peer_id <> supervisor_id')
export class PlannedAttendance {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  plannedSessionId!: string

  @PrimaryColumn({ type: 'uuid' })
  peerId!: string

  @PrimaryColumn({ type: 'text' })
  type!: string

  // The session's own, copied: policies of this table may not ask the session, whose policy asks this table.
  @Column({ type: 'uuid' })
  supervisorId!: string

  /** The supervision of this type ended before the day of the session. */
  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null
}
