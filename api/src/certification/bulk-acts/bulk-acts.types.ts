import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { BULK_MOST } from '@alongside/shared/certification/bulk-acts/bulk-limits'
import { VerificationResult } from '@alongside/shared/certification/history/verification-result'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import { Person } from '../../people/person.types.ts'
import { AtMost } from '../../server/operations/input-limits.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'
import { CertificationInBrief } from '../renewals/certification.types.ts'

const CHOSEN = '1-500 certifications, none twice. One that is not there refuses all of them, by its place.'

@InputType()
export class RenewalAnswerInput {
  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is true of the holder; null: not known any more.',
  })
  holds?: boolean | null
}

@InputType({ description: 'One renewal question, answered for many certifications at once.' })
export class SetRenewalAnswersInput {
  @Field(() => HolderCondition)
  condition!: HolderCondition

  @AtMost(BULK_MOST)
  @Field(() => [RenewalAnswerInput], { description: CHOSEN })
  answers!: RenewalAnswerInput[]
}

@ObjectType({ simpleResolvers: true, description: 'How many certifications have another answer now.' })
export class SetRenewalAnswersPayload {
  @Field(() => Int)
  changedCount!: number
}

@InputType({ description: "One look into a board's register, with the same result for many." })
export class RecordVerificationsInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @AtMost(BULK_MOST)
  @Field(() => [GraphQLUUID], { description: CHOSEN })
  certificationIds!: string[]

  @Field(() => GraphQLLocalDate, { description: 'Today or before, at most 10 years ago.' })
  checkedOn!: string

  @Field(() => String, { description: 'The register’s name or address; 1-200 characters.' })
  source!: string

  @Field(() => VerificationResult)
  result!: VerificationResult
}

@ObjectType({ simpleResolvers: true, description: 'The new verifications, one for each certification.' })
export class RecordVerificationsPayload {
  @Field(() => [GraphQLUUID])
  verificationIds!: string[]
}

@InputType()
export class VoidVerificationsInput {
  @AtMost(BULK_MOST)
  @Field(() => [GraphQLUUID], {
    description: '1-500 verifications, none twice. One that does not count any more is NOT_FOUND for all.',
  })
  verificationIds!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'How many count for nothing any more.' })
export class VoidVerificationsPayload {
  @Field(() => Int)
  voidedCount!: number
}

@InputType({ description: 'Whom to remind of a renewal.' })
export class AddRenewalRemindersInput {
  @AtMost(BULK_MOST)
  @Field(() => [GraphQLUUID], { description: CHOSEN })
  certificationIds!: string[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'The holders are told in the app, and by email without a word about it.',
})
export class AddRenewalRemindersPayload {
  @Field(() => Int, { description: 'Certifications of which the holder was told now.' })
  remindedCount!: number

  @Field(() => Int, { description: 'Certifications of which the holder was told today already.' })
  alreadyRemindedCount!: number
}

@ObjectType({ simpleResolvers: true, description: 'A certification of whose holder a question is open.' })
export class UnansweredCertification {
  @Field(() => Person)
  peer!: Person

  @Field(() => CertificationInBrief)
  certification!: CertificationInBrief
}

@ObjectType({
  simpleResolvers: true,
  description: 'A question about holders that a rule asks before it asks for hours.',
})
export class RenewalQuestion {
  @Field(() => HolderCondition)
  condition!: HolderCondition

  @Field(() => Int, { description: 'Certifications of which nobody has answered it; of the first 2,000.' })
  certificationCount!: number

  @Field(() => [UnansweredCertification], { description: 'By name; at most 500.' })
  unanswered!: UnansweredCertification[]
}
