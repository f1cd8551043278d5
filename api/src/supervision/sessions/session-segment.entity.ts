import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { SupervisionSession } from './supervision-session.entity.ts'

/** The part of a session that served one type of supervision; the segments' minutes add up to the session's. */
@Entity()
@ForeignKey(() => SupervisionSession, ['organizationId', 'sessionId'], ['organizationId', 'id'])
@Check('session_segment_type_known', "type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')")
@Check('session_segment_minutes_range', 'minutes between 1 and 600')
export class SessionSegment {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  sessionId!: string

  @PrimaryColumn({ type: 'text' })
  type!: string

  @Column({ type: 'integer' })
  minutes!: number
}
