import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { SessionAttendance } from '../sessions/session-attendance.entity.ts'
import { SessionSegment } from '../sessions/session-segment.entity.ts'
import { SupervisionSession } from '../sessions/supervision-session.entity.ts'

/** What a peer put beside the supportive part of a session when they acknowledged it: for the two of them. */
@Entity()
@ForeignKey(
  () => SessionSegment,
  ['organizationId', 'sessionId', 'type'],
  ['organizationId', 'sessionId', 'type'],
  { name: 'supportive_comment_on_segment' },
)
@ForeignKey(
  () => SessionAttendance,
  ['organizationId', 'sessionId', 'peerId'],
  ['organizationId', 'sessionId', 'peerId'],
  { name: 'supportive_comment_by_attendee' },
)
@ForeignKey(
  () => SupervisionSession,
  ['organizationId', 'sessionId', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'supportive_comment_of_session' },
)
@Index(['organizationId', 'peerId'])
@Unique('supportive_comment_one_of_each', ['organizationId', 'sessionId', 'peerId'])
@Check('supportive_comment_type_is_its_own', "type = 'SUPPORTIVE'")
@Check('supportive_comment_comment_length', 'char_length(comment) between 1 and 2000')
export class SupportiveComment {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  sessionId!: string

  @Column({ type: 'text', default: 'SUPPORTIVE' })
  type!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'uuid' })
  supervisorId!: string

  @Column({ type: 'text' })
  comment!: string

  @Column({ type: 'timestamptz' })
  writtenAt!: Date
}
