import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** A course or training on a day; who got hours for it stands in `CeCredit`. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@ForeignKey(() => CeActivity, ['organizationId', 'versionOf'], ['organizationId', 'id'], {
  name: 'ce_activity_version_of_fkey',
})
@Index('ce_activity_versions', ['organizationId', 'versionOf'])
@Check('ce_activity_version_of_another', 'version_of <> id')
@Check('ce_activity_title_length', 'char_length(title) between 1 and 200')
@Check('ce_activity_provider_length', 'char_length(provider) between 1 and 200')
@Check('ce_activity_delivery_mode_known', "delivery_mode in ('IN_PERSON', 'LIVE_ONLINE', 'SELF_PACED')")
@Check(
  'ce_activity_earned_by_known',
  "earned_by in ('ATTENDING', 'TEACHING', 'PREPARING', 'COLLEGE_COURSE', 'READING')",
)
@Check(
  'ce_activity_credit_unit_known',
  "credit_unit in ('CONTACT_HOURS', 'SEMESTER_HOURS', 'QUARTER_HOURS', 'CEU')",
)
@Check(
  'ce_activity_contents_known',
  "contents <@ array['CLINICAL_TREATMENT', 'FIRST_AID', 'DRIVING', 'FOOD_SAFETY', 'IN_SERVICE']",
)
@Check('ce_activity_origin_known', "origin in ('RECORDED_BY_ORGANIZATION', 'ENTERED_BY_HOLDER')")
@Check('ce_activity_starts_before_end', 'starts_on <= held_on')
@Check('ce_activity_approved_by_length', 'cardinality(approved_by) <= 20')
export class CeActivity {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  /** Made by the screen when the form is saved, so that sending it twice records it once. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'text' })
  title!: string

  @Column({ type: 'text', nullable: true })
  provider!: string | null

  /** The first day of a course of several days; null: it took one. */
  @Column({ type: 'date', nullable: true })
  startsOn!: string | null

  /** The last day. */
  @Column({ type: 'date' })
  heldOn!: string

  /** Null: the holder, who entered it, did not say. */
  @Column({ type: 'text', nullable: true })
  deliveryMode!: string | null

  @Column({ type: 'text', default: 'ATTENDING' })
  earnedBy!: string

  /** What the hours of the credits are counted in. */
  @Column({ type: 'text', default: 'CONTACT_HOURS' })
  creditUnit!: string

  /** Of courses recorded before the boards were named: whether one had approved it, whichever. */
  @Column({ type: 'boolean', nullable: true })
  approved!: boolean | null

  /** The boards that approved it, by the names that their rules use; none: no board did; null: not known. */
  @Column({ type: 'text', array: true, nullable: true })
  approvedBy!: string[] | null

  /** Contents that some boards refuse. */
  @Column({ type: 'text', array: true, default: [] })
  contents!: string[]

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date

  /** Entered by the holder, it counts at once and waits for somebody to confirm it. */
  @Column({ type: 'text', default: 'RECORDED_BY_ORGANIZATION' })
  origin!: string

  /** SHA-256 of what was sent: the same again is a replay, anything else under this id is refused. */
  @Column({ type: 'bytea', nullable: true })
  requestHash!: Buffer | null

  /** The first version of the course, where this one corrects it. */
  @Column({ type: 'uuid', nullable: true })
  versionOf!: string | null

  /** Counts the changes of all versions together, so that the second of two editors learns of the first. */
  @Column({ type: 'integer', default: 1 })
  revision!: number
}
