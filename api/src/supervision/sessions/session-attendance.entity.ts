import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionSession } from './supervision-session.entity.ts'

/** That one peer took part in a session, and for how many minutes; in a group each sees only their own. */
@Entity()
@ForeignKey(
  () => SupervisionSession,
  ['organizationId', 'sessionId', 'supervisorId', 'heldOn', 'loggedAt'],
  ['organizationId', 'id', 'supervisorId', 'heldOn', 'loggedAt'],
  { name: 'session_attendance_of_session' },
)
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Index('session_attendance_by_day', ['organizationId', 'peerId', 'heldOn', 'sessionId'])
@Check('session_attendance_minutes_range', 'minutes between 1 and 600')
@Check('session_attendance_not_oneself', 'peer_id <> supervisor_id')
export class SessionAttendance {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  sessionId!: string

  @PrimaryColumn({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'integer' })
  minutes!: number

  // The session's own, copied: policies of this table may not ask the session, whose policy asks this table.
  @Column({ type: 'uuid' })
  supervisorId!: string

  @Column({ type: 'date' })
  heldOn!: string

  @Column({ type: 'timestamptz' })
  loggedAt!: Date
}
