import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, ObjectType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { DeliveryMode } from '@alongside/shared/certification/catalogue/delivery-mode'
import { CourseContent, CreditUnit, EarnedBy } from '@alongside/shared/certification/rules/limits'
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { RequirementExplainedType } from '../requirements/explained.types.ts'
import { AppliedRule } from '../requirements/applied-rule.types.ts'
import { Renewal } from './renewal.types.ts'

@ObjectType({ simpleResolvers: true, description: 'Hours of one course.' })
export class EarnedHours {
  @Field(() => GraphQLUUID)
  activityId!: string

  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true })
  provider!: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of a course of several days; null: it took one.',
  })
  startsOn!: string | null

  @Field(() => GraphQLLocalDate)
  heldOn!: string

  @Field(() => Float, { description: 'In `unit`, as on the certificate of attendance.' })
  hours!: number

  @Field(() => CreditUnit)
  unit!: CreditUnit

  @Field(() => [CeCategory])
  categories!: CeCategory[]

  @Field(() => DeliveryMode)
  deliveryMode!: DeliveryMode

  @Field(() => EarnedBy)
  earnedBy!: EarnedBy

  @Field(() => [String], {
    nullable: true,
    description: 'The boards that approved it; empty: no board did; null: not known.',
  })
  approvedBy!: string[] | null

  @Field(() => [CourseContent], { description: 'Content that some boards refuse.' })
  contents!: CourseContent[]

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'The one certification that the hours are given to; null: to none in particular.',
  })
  onlyFor!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Another certification of the same peer.' })
export class OtherCertification {
  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => String, {
    nullable: true,
    description: 'Null, like the other two, where it is not known any more.',
  })
  credentialName!: string | null

  @Field(() => String, { nullable: true })
  abbreviation!: string | null

  @Field(() => String, { nullable: true, description: "Two letters; 'US' for the national boards." })
  state!: string | null

  @Field(() => CertificationStatus)
  status!: CertificationStatus
}

@ObjectType({ simpleResolvers: true, description: 'One certification with the courses behind its hours.' })
export class RenewalInFull extends Renewal {
  @Field(() => [EarnedHours], {
    description: 'All that is recorded for the peer, the latest first; at most 500.',
  })
  earnedHours!: EarnedHours[]

  @Field(() => [RequirementExplainedType], { description: 'In the order of the requirements.' })
  explained!: RequirementExplainedType[]

  @Field(() => AppliedRule, { description: 'The version of the rule that assessed this cycle.' })
  rule!: AppliedRule

  @Field(() => [OtherCertification], { description: 'What the peer holds beside this one, by risk.' })
  otherCertifications!: OtherCertification[]
}
