import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../people/members/membership.entity.ts'

/** One peer's answers about one week, for themselves alone (T1); null is skipped, an empty list too. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Unique(['organizationId', 'peerId', 'weekStart'])
@Unique(['organizationId', 'peerId', 'idempotencyKey'])
@Check('weekly_check_in_week_starts_on_monday', 'extract(isodow from week_start) = 1')
@Check('weekly_check_in_week_felt_range', 'week_felt between 1 and 5')
@Check('weekly_check_in_energy_range', 'energy between 1 and 5')
@Check('weekly_check_in_rest_range', 'rest between 1 and 5')
@Check(
  'weekly_check_in_signs_known',
  `signs <@ array['ANGER', 'EXHAUSTION', 'NO_JOY', 'NEED_TO_BLAME', 'STOMACH_PAIN', 'LOW_SELF_ESTEEM',
   'OFTEN_LATE', 'HIGH_SELF_EXPECTATIONS', 'LACK_OF_SLEEP', 'FEELING_LOW', 'HOPELESSNESS',
   'OVERWORKING', 'FEELING_OF_FAILURE', 'IRRITABILITY', 'FREQUENT_HEADACHES']
   and cardinality(signs) <= 15`,
)
@Check(
  'weekly_check_in_self_care_known',
  `self_care <@ array['SLEEP', 'EATING_WELL', 'MOVEMENT', 'RELAXATION', 'WASHING_THE_DAY_OFF',
   'FRIENDS_AND_FAMILY', 'RITUAL', 'SHARED_WITH_COWORKERS', 'SPIRITUAL_PRACTICE',
   'CONNECTING_WITH_COLLEAGUES', 'TIME_AWAY'] and cardinality(self_care) <= 11`,
)
@Check(
  'weekly_check_in_tags_known',
  `tags <@ array['JAIL_VISIT', 'COURT', 'OUT_WITH_OFFICERS', 'OVERDOSE_DEATH', 'CRISIS',
   'SOMEBODY_FROM_THE_PAST', 'OLD_MEMORIES', 'CRITICISM_FROM_CLOSE_ONES', 'GOOD_NEWS']
   and cardinality(tags) <= 9`,
)
@Check('weekly_check_in_line_length', 'char_length(line) between 1 and 500')
@Check('weekly_check_in_body_hash_length', 'octet_length(body_hash) = 32')
export class WeeklyCheckIn {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  /** The Monday of the week. */
  @Column({ type: 'date' })
  weekStart!: string

  @Column({ type: 'smallint', nullable: true })
  weekFelt!: number | null

  @Column({ type: 'smallint', nullable: true })
  energy!: number | null

  @Column({ type: 'smallint', nullable: true })
  rest!: number | null

  @Column({ type: 'text', array: true, default: '{}' })
  signs!: string[]

  @Column({ type: 'text', array: true, default: '{}' })
  selfCare!: string[]

  @Column({ type: 'text', array: true, default: '{}' })
  tags!: string[]

  @Column({ type: 'text', nullable: true })
  line!: string | null

  @Column({ type: 'integer' })
  instrumentVersion!: number

  /** Made in the browser when the form is saved; the same key never makes a second record. */
  @Column({ type: 'uuid' })
  idempotencyKey!: string

  /** SHA-256 of the answers: tells a retry from other answers under the same key. */
  @Column({ type: 'bytea' })
  bodyHash!: Buffer

  @Column({ type: 'timestamptz' })
  submittedAt!: Date
}
