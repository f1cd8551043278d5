import type { ActivityFunction } from '@alongside/shared/drift/activities/activity-functions'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { WeekLog } from './week-log.entity.ts'

/** The time of one kind of work in a week: what educational and supportive supervisors always read. */
@Entity()
@ForeignKey(
  () => WeekLog,
  ['organizationId', 'logId', 'peerId', 'weekStart', 'onlyTotals'],
  ['organizationId', 'id', 'peerId', 'weekStart', 'onlyTotals'],
  {
    name: 'week_log_total_of_its_log',
  },
)
@Index('week_log_total_organization_id_peer_id_idx', ['organizationId', 'peerId', 'weekStart'])
@Check('week_log_total_function_form', "function ~ '^[A-Z_]{3,60}$'")
@Check('week_log_total_quarter_hours_range', 'quarter_hours between 1 and 320')
export class WeekLogTotal {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  logId!: string

  @PrimaryColumn({ type: 'text' })
  function!: ActivityFunction

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  weekStart!: string

  @Column({ type: 'boolean' })
  onlyTotals!: boolean

  @Column({ type: 'integer' })
  quarterHours!: number
}
