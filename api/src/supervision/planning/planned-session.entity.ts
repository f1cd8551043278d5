import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionSession } from '../sessions/supervision-session.entity.ts'

/** A session that is agreed for a day to come: when and how, never what about. What took place is another record. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'plannedBy'], ['organizationId', 'id'], {
  name: 'planned_session_planned_by_fkey',
})
@ForeignKey(() => Membership, ['organizationId', 'changedBy'], ['organizationId', 'id'], {
  name: 'planned_session_changed_by_fkey',
})
@ForeignKey(
  () => SupervisionSession,
  ['organizationId', 'heldSessionId', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'planned_session_held_session_fkey' },
)
@Unique('planned_session_of_supervisor', ['organizationId', 'id', 'supervisorId'])
@Index('planned_session_organization_id_supervisor_id_idx', ['organizationId', 'supervisorId', 'startsOn'])
@Index(['organizationId', 'seriesId'])
@Index('planned_session_held_once', ['organizationId', 'heldSessionId'], { unique: true })
@Check('planned_session_minutes_range', 'minutes between 5 and 480')
@Check('planned_session_format_known', "format in ('INDIVIDUAL', 'GROUP', 'TEAM_CHECK_IN', 'CO_REFLECTION')")
@Check('planned_session_modality_known', "modality in ('IN_PERSON', 'VIDEO', 'PHONE')")
@Check('planned_session_status_known', "status in ('SCHEDULED', 'HELD', 'CANCELLED', 'MISSED')")
@Check(
  'planned_session_reason_known',
  `reason in ('PEER_AWAY', 'SUPERVISOR_AWAY', 'FACILITY_CLOSED', 'URGENT_WORK', 'NO_CONNECTION', 'MOVED',
   'SUPERVISION_ENDED')`,
)
@Check('planned_session_reason_given', "(reason is null) = (status in ('SCHEDULED', 'HELD'))")
@Check('planned_session_held_as_logged', "status <> 'HELD' or held_session_id is not null")
@Check(
  'planned_session_whole_series',
  '(series_id is null) = (series_position is null) and (series_id is null) = (series_weeks is null)',
)
export class PlannedSession {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  supervisorId!: string

  /** The day and the time as the organization's clock reads them. */
  @Column({ type: 'date' })
  startsOn!: string

  @Column({ type: 'time' })
  startTime!: string

  @Column({ type: 'integer' })
  minutes!: number

  @Column({ type: 'text' })
  format!: string

  @Column({ type: 'text' })
  modality!: string

  @Column({ type: 'text' })
  status!: string

  @Column({ type: 'text', nullable: true })
  reason!: string | null

  /** All three or none: a session that is moved by itself leaves its series. */
  @Column({ type: 'uuid', nullable: true })
  seriesId!: string | null

  @Column({ type: 'integer', nullable: true })
  seriesPosition!: number | null

  @Column({ type: 'integer', nullable: true })
  seriesWeeks!: number | null

  /** The first version of the session that was logged for it. */
  @Column({ type: 'uuid', nullable: true })
  heldSessionId!: string | null

  @Column({ type: 'uuid' })
  plannedBy!: string

  @Column({ type: 'timestamptz' })
  plannedAt!: Date

  /** None where the database itself cancelled it. */
  @Column({ type: 'uuid', nullable: true })
  changedBy!: string | null

  @Column({ type: 'timestamptz' })
  changedAt!: Date

  @Column({ type: 'integer', default: 1 })
  revision!: number
}
