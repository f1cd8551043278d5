import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { SupervisionSession } from '../sessions/supervision-session.entity.ts'

/** That a signed session was replaced by a further version of it, by whom, when and why. */
@Entity()
@ForeignKey(
  () => SupervisionSession,
  ['organizationId', 'amendsId', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'session_amendment_of_session' },
)
@ForeignKey(
  () => SupervisionSession,
  ['organizationId', 'sessionId', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'session_amendment_by_version' },
)
@Index(['organizationId', 'supervisorId'])
@Unique('session_amendment_one_version', ['organizationId', 'sessionId'])
@Unique('session_amendment_once', ['organizationId', 'amendsId'])
@Check(
  'session_amendment_reason_known',
  "reason in ('WRONG_DATE', 'WRONG_LENGTH', 'WRONG_PERSON', 'WRONG_TYPE', 'WRONG_FORMAT', 'OTHER')",
)
@Check('session_amendment_line_length', 'char_length(line) between 1 and 300')
@Check('session_amendment_of_another', 'amends_id <> session_id')
@Check('session_amendment_says_what', "reason <> 'OTHER' or line is not null")
export class SessionAmendment {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  /** The version that had been signed. */
  @Column({ type: 'uuid' })
  amendsId!: string

  @Column({ type: 'uuid' })
  sessionId!: string

  @Column({ type: 'uuid' })
  supervisorId!: string

  @Column({ type: 'text' })
  reason!: string

  @Column({ type: 'text', nullable: true })
  line!: string | null

  @Column({ type: 'timestamptz' })
  amendedAt!: Date
}
