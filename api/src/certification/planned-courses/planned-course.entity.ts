import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { CeCredit } from '../recording/ce-credit.entity.ts'

/** A course that a peer plans to take: it counts in the forecast, and nowhere else. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(
  () => CeCredit,
  ['organizationId', 'takenAs', 'peerId'],
  ['organizationId', 'activityId', 'peerId'],
  { name: 'planned_course_taken_as_fkey' },
)
@Index(['organizationId', 'peerId'])
@Check('planned_course_title_length', 'char_length(title) between 1 and 200')
@Check('planned_course_provider_length', 'char_length(provider) between 1 and 200')
@Check('planned_course_hours_in_steps', 'hours between 0.05 and 200 and hours * 20 = floor(hours * 20)')
@Check(
  'planned_course_credit_unit_known',
  "credit_unit in ('CONTACT_HOURS', 'SEMESTER_HOURS', 'QUARTER_HOURS', 'CEU')",
)
@Check('planned_course_categories_length', 'cardinality(categories) between 1 and 22')
@Check('planned_course_delivery_mode_known', "delivery_mode in ('IN_PERSON', 'LIVE_ONLINE', 'SELF_PACED')")
@Check('planned_course_taken_or_removed', 'removed_at is null or taken_as is null')
export class PlannedCourse {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  title!: string

  @Column({ type: 'text', nullable: true })
  provider!: string | null

  /** The last day. */
  @Column({ type: 'date' })
  heldOn!: string

  @Column({ type: 'numeric', precision: 5, scale: 2 })
  hours!: number

  @Column({ type: 'text' })
  creditUnit!: string

  @Column({ type: 'text', array: true })
  categories!: string[]

  /** Null: not known. */
  @Column({ type: 'text', nullable: true })
  deliveryMode!: string | null

  @Column({ type: 'timestamptz' })
  plannedAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null

  /** The course that it became. */
  @Column({ type: 'uuid', nullable: true })
  takenAs!: string | null
}
