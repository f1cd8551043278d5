import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** One revision of how a peer's week went, with what nobody else reads; its lines and totals stand beside it. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Unique('week_log_one_of_each_revision', ['organizationId', 'peerId', 'weekStart', 'revision'])
@Unique('week_log_as_its_parts_know_it', ['organizationId', 'id', 'peerId', 'weekStart', 'onlyTotals'])
@Check('week_log_week_starts_on_monday', 'extract(isodow from week_start) = 1')
@Check('week_log_revision_range', 'revision between 1 and 1000')
export class WeekLog {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  weekStart!: string

  @Column({ type: 'integer' })
  revision!: number

  @Column({ type: 'boolean' })
  onlyTotals!: boolean

  /** Null where the peer did not say. */
  @Column({ type: 'boolean', nullable: true })
  metPeers!: boolean | null

  /** The week is as if it had never been logged, until a further revision. */
  @Column({ type: 'boolean', default: false })
  isUndone!: boolean

  @Column({ type: 'timestamptz' })
  loggedAt!: Date
}
