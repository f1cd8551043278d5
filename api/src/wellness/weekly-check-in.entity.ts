import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { FatigueSign } from '@alongside/shared/wellness/fatigue-signs'
import { SelfCare } from '@alongside/shared/wellness/self-care'
import { WeekTag } from '@alongside/shared/wellness/week-tags'
import { Membership } from '../people/members/membership.entity.ts'

registerEnumType(FatigueSign, {
  name: 'FatigueSign',
  description: 'Something a peer noticed in themselves; never a finding.',
})
registerEnumType(SelfCare, { name: 'SelfCare', description: 'Something a peer did for themselves.' })
registerEnumType(WeekTag, {
  name: 'WeekTag',
  description: 'What happened in a week; it names events, never a person.',
})

/** Both the table and what the API shows of it to the peer: the columns without a field stay inside. */
@ObjectType({
  simpleResolvers: true,
  description: "A peer's answers about one week. Only that peer can read them; null or empty is skipped.",
})
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Unique(['organizationId', 'id', 'peerId'])
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
@Check('weekly_check_in_went_well_length', 'char_length(went_well) between 1 and 500')
@Check('weekly_check_in_body_hash_length', 'octet_length(body_hash) = 32')
export class WeeklyCheckIn {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @Field(() => GraphQLUUID, { nullable: true, description: 'Null where the answers are not saved.' })
  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Field(() => GraphQLLocalDate, { description: 'The Monday of the week.' })
  @Column({ type: 'date' })
  weekStart!: string

  @Field(() => Int, { nullable: true, description: '1 (hard) to 5 (good).' })
  @Column({ type: 'smallint', nullable: true })
  weekFelt!: number | null

  @Field(() => Int, { nullable: true, description: '1 (empty) to 5 (full).' })
  @Column({ type: 'smallint', nullable: true })
  energy!: number | null

  @Field(() => Int, { nullable: true, description: '1 (hardly any) to 5 (plenty).' })
  @Column({ type: 'smallint', nullable: true })
  rest!: number | null

  @Field(() => [FatigueSign])
  @Column({ type: 'text', array: true, default: '{}' })
  signs!: FatigueSign[]

  @Field(() => [SelfCare])
  @Column({ type: 'text', array: true, default: '{}' })
  selfCare!: SelfCare[]

  @Field(() => [WeekTag])
  @Column({ type: 'text', array: true, default: '{}' })
  tags!: WeekTag[]

  @Field(() => String, { nullable: true, description: 'A line to oneself.' })
  @Column({ type: 'text', nullable: true })
  line!: string | null

  @Field(() => String, { nullable: true, description: 'What went well, in a line.' })
  @Column({ type: 'text', nullable: true })
  wentWell!: string | null

  @Column({ type: 'integer' })
  instrumentVersion!: number

  /** Made in the browser when the form is saved; the same key never makes a second record. */
  @Column({ type: 'uuid' })
  idempotencyKey!: string

  /** SHA-256 of the answers: tells a retry from other answers under the same key. */
  @Column({ type: 'bytea' })
  bodyHash!: Buffer

  /** False: of a supervisor who is no peer. Whatever is counted about peers leaves it out. */
  @Column({ type: 'boolean', default: true })
  asPeer!: boolean

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was saved; null where it was not.' })
  @Column({ type: 'timestamptz' })
  submittedAt!: Date
}
