import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { SessionAttendance } from '../sessions/session-attendance.entity.ts'
import { SessionSegment } from '../sessions/session-segment.entity.ts'
import { SupervisionSession } from '../sessions/supervision-session.entity.ts'

/** What a peer put beside the administrative part of a session when they acknowledged it: for the two of them. */
@Entity()
@ForeignKey(
  () => SessionSegment,
  ['organizationId', 'sessionId', 'type'],
  ['organizationId', 'sessionId', 'type'],
  { name: 'administrative_comment_on_segment' },
)
@ForeignKey(
  () => SessionAttendance,
  ['organizationId', 'sessionId', 'peerId'],
  ['organizationId', 'sessionId', 'peerId'],
  { name: 'administrative_comment_by_attendee' },
)
@ForeignKey(
  () => SupervisionSession,
  ['organizationId', 'sessionId', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'administrative_comment_of_session' },
)
@Index(['organizationId', 'peerId'])
@Unique('administrative_comment_one_of_each', ['organizationId', 'sessionId', 'peerId'])
@Check('administrative_comment_type_is_its_own', "type = 'ADMINISTRATIVE'")
@Check('administrative_comment_comment_length', 'char_length(comment) between 1 and 2000')
export class AdministrativeComment {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  sessionId!: string

  @Column({ type: 'text', default: 'ADMINISTRATIVE' })
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
