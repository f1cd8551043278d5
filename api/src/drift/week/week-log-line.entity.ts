import type { ActivityFunction } from '@alongside/shared/drift/activities/activity-functions'
import type { ActivityAskedBy } from '@alongside/shared/drift/week/asked-by'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { WeekLog } from './week-log.entity.ts'

/** The time of one activity in a week; supervisors read it unless the peer shows them totals only. */
@Entity()
@ForeignKey(
  () => WeekLog,
  ['organizationId', 'logId', 'peerId', 'weekStart', 'onlyTotals'],
  ['organizationId', 'id', 'peerId', 'weekStart', 'onlyTotals'],
  {
    name: 'week_log_line_of_its_log',
  },
)
@Index(['organizationId', 'peerId'])
@Check('week_log_line_activity_form', "activity ~ '^([A-Z_]{3,60}|custom-[0-9a-f-]{36})$'")
@Check('week_log_line_function_form', "function ~ '^[A-Z_]{3,60}$'")
@Check('week_log_line_quarter_hours_range', 'quarter_hours between 1 and 320')
@Check(
  'week_log_line_asked_by_known',
  "asked_by in ('OWN_CHOICE', 'TEAM', 'SUPERVISOR', 'HOST_AGENCY', 'POLICY')",
)
export class WeekLogLine {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  logId!: string

  /** A key of the catalogue, or `custom-` and the id of an activity of the organization. */
  @PrimaryColumn({ type: 'text' })
  activity!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  weekStart!: string

  @Column({ type: 'boolean' })
  onlyTotals!: boolean

  /** As it was read when the week was logged. */
  @Column({ type: 'text' })
  function!: ActivityFunction

  @Column({ type: 'integer' })
  quarterHours!: number

  @Column({ type: 'text', nullable: true })
  askedBy!: ActivityAskedBy | null
}
