import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import { unionWithStale } from '../../server/graphql/payload.ts'
import { CertificationChanged } from '../history/certification-changed.types.ts'
import { HolderFacts } from '../history/history.types.ts'

@InputType({ description: 'All of these facts as they are now; what is left out is not known.' })
export class UpdateHolderFactsInput {
  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => Int, { description: 'The revision of the facts on which the change was decided.' })
  expectedRevision!: number

  @Field(() => String, {
    nullable: true,
    description: 'One of the `titles` that the credential has; refused where another certification has it.',
  })
  title?: string | null

  @Field(() => String, { nullable: true, description: 'As printed, at most 60 characters.' })
  number?: string | null

  @Field(() => String, { nullable: true, description: "'MM-DD', without the year." })
  birthday?: string | null

  @Field(() => [HolderCondition])
  conditionsHeld!: HolderCondition[]

  @Field(() => [HolderCondition], { description: 'None that is held.' })
  conditionsNotHeld!: HolderCondition[]

  @Field(() => Int, { nullable: true, description: '1-120.' })
  chosenCycleMonths?: number | null

  @Field(() => Int, { nullable: true })
  examYear?: number | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The first day on which what is new holds; not in the future. Null: an answer that changes holds from today, ' +
      'a first answer has always held. Days before it keep the answers of then.',
  })
  holdsFrom?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The facts as they are now.' })
export class HolderFactsUpdated extends CertificationChanged {
  @Field(() => HolderFacts)
  holder!: HolderFacts
}

export const UpdateHolderFactsPayload = unionWithStale(
  'UpdateHolderFactsPayload',
  'The changed facts, or that somebody else changed them first.',
  () => HolderFactsUpdated,
)

@InputType()
export class CorrectIssueDayInput {
  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => GraphQLLocalDate, { description: 'Today or before, at most 60 years ago.' })
  issuedOn!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'The certification with its day of issue; the day before stays in its history.',
})
export class CorrectIssueDayPayload extends CertificationChanged {}
