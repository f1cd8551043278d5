import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, InputType, ObjectType, registerEnumType, Root } from 'type-graphql'
import { APPROVERS_MOST } from '@alongside/shared/certification/course-check/course-input'
import { AtMost } from '../../server/operations/input-limits.ts'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import type { CourseAnswer } from '@alongside/shared/certification/course-check/credit-outcome'
import { DeliveryMode } from '@alongside/shared/certification/catalogue/delivery-mode'
import { CourseContent, CreditUnit, EarnedBy } from '@alongside/shared/certification/rules/limits'
import { CertificationInBrief } from '../renewals/certification.types.ts'
import { CountReasonType } from '../requirements/count-reason.types.ts'
import { RequirementResultType } from '../requirements/requirement.types.ts'
import { RenewalRuleType, toGraphqlRule } from '../rules/renewal-rule.types.ts'

const WillItCount = { YES: 'yes', NO: 'no', ASK_THE_BOARD: 'ask-the-board' } as const satisfies Record<
  string,
  CourseAnswer['answer']
>
registerEnumType(WillItCount, {
  name: 'WillItCount',
  description:
    'Whether a course will count. ASK_THE_BOARD: what decides is not known, or only the board can say.',
})

@InputType({ description: 'A course before it is taken. What is left out is not known.' })
export class CourseInput {
  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  title?: string | null

  @Field(() => String, { nullable: true, description: 'Who gives it; at most 200 characters.' })
  provider?: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of a course of several days; null: it took one.',
  })
  startsOn?: string | null

  @Field(() => GraphQLLocalDate, { description: 'The last day: from 10 years ago to 5 years ahead.' })
  heldOn!: string

  @Field(() => Float, { description: 'In quarters of `unit`, of CEU in twentieths: at most 200.' })
  hours!: number

  @Field(() => CreditUnit, { defaultValue: CreditUnit.CONTACT_HOURS })
  unit!: CreditUnit

  @Field(() => [CeCategory], {
    description: 'Everything that the course can count as; at least one, none twice.',
  })
  categories!: CeCategory[]

  @Field(() => DeliveryMode, { nullable: true })
  deliveryMode?: DeliveryMode | null

  @Field(() => EarnedBy, { defaultValue: EarnedBy.ATTENDING })
  earnedBy!: EarnedBy

  @AtMost(APPROVERS_MOST)
  @Field(() => [String], {
    nullable: true,
    description:
      'The boards that approved the course, by the names that their rules use; at most 20, each 1-120 characters. ' +
      'Empty: no board did; null: not known.',
  })
  approvedBy?: string[] | null

  @Field(() => [CourseContent], { defaultValue: [], description: 'None twice.' })
  contents!: CourseContent[]
}

@ObjectType('CourseAnswer', {
  simpleResolvers: true,
  description: 'Whether a course will count for one certification, and what would still be missing then.',
})
export class CourseAnswerType {
  @Field(() => CertificationInBrief)
  certification!: CertificationInBrief

  @Field(() => WillItCount)
  answer!: CourseAnswer['answer']

  @Field(() => Float, { nullable: true, description: 'What it would add to the total; null: not known.' })
  counted!: number | null

  @Field(() => [CountReasonType], {
    description: 'The parts of the rule that speak against it, or limit it.',
  })
  reasons!: CourseAnswer['reasons']

  @Field(() => [RequirementResultType], { description: 'As they would be with the course, the total first.' })
  after!: CourseAnswer['after']

  @Field(() => RenewalRuleType, { name: 'rule', description: 'The version of the rule that answers.' })
  answeringRule(@Root() { rule }: CourseAnswer): RenewalRuleType {
    return toGraphqlRule(rule)
  }
}

/** What the shared rule answers of a certification. */
export type AnsweredCourse = CourseAnswer & Pick<CourseAnswerType, 'certification'>
