import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** One meeting of a supervisor with one peer or several: that it took place, never what was said. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@Index(['organizationId', 'supervisorId'])
@Unique('supervision_session_as_logged', ['organizationId', 'id', 'supervisorId', 'heldOn', 'loggedAt'])
@Check('supervision_session_minutes_range', 'minutes between 1 and 600')
@Check('supervision_session_status_known', "status in ('SCHEDULED', 'HELD', 'CANCELLED', 'MISSED')")
@Check(
  'supervision_session_format_known',
  "format in ('INDIVIDUAL', 'GROUP', 'TEAM_CHECK_IN', 'CO_REFLECTION')",
)
@Check('supervision_session_modality_known', "modality in ('IN_PERSON', 'VIDEO', 'PHONE')")
export class SupervisionSession {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  /** Who held it. */
  @Column({ type: 'uuid' })
  supervisorId!: string

  @Column({ type: 'date' })
  heldOn!: string

  @Column({ type: 'integer' })
  minutes!: number

  @Column({ type: 'text' })
  status!: string

  @Column({ type: 'text' })
  format!: string

  @Column({ type: 'text' })
  modality!: string

  /** The supervisor watched the peer at work. */
  @Column({ type: 'boolean', default: false })
  observed!: boolean

  @Column({ type: 'timestamptz' })
  loggedAt!: Date
}

/** What is told of a session to whoever may know of it, and kept in one's own data. */
export const SESSION_FACTS = [
  'heldOn',
  'minutes',
  'status',
  'format',
  'modality',
  'observed',
] as const satisfies readonly (keyof SupervisionSession)[]
