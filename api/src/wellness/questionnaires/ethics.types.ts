import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { ListOf } from '../../server/operations/input-limits.ts'

@ObjectType({
  simpleResolvers: true,
  description:
    "A peer's own answers to the ethics reflection (LAPPA toolkit 2021, App. G). There is no score, and nobody else can read it.",
})
export class EthicsReflection {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Int, { description: 'Which statements the answers belong to.' })
  version!: number

  @Field(() => GraphQLLocalDate)
  startedOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null while it is open.' })
  finishedOn!: string | null

  @Field(() => [Int], {
    nullable: 'items',
    description:
      '27 answers, the first statement first, 1 (hardly ever) to 5 (nearly always); null is blank.',
  })
  answers!: (number | null)[]
}

@ObjectType({ description: "A peer's finished reflections, the latest first." })
export class EthicsReflectionConnection extends ConnectionTo(EthicsReflection, 'EthicsReflection') {}

@InputType()
export class EthicsAnswerInput {
  @Field(() => Int, { description: '1-27.' })
  item!: number

  @Field(() => Int, { nullable: true, description: '1-5; null clears it.' })
  answer?: number | null
}

@InputType()
export class SubmitEthicsAnswersInput {
  @ListOf(27, () => EthicsAnswerInput, 'The statements to keep; the others stay as they are.')
  answers!: EthicsAnswerInput[]

  @Field(() => Boolean, { description: 'Ends it; after that nothing is changed.' })
  isFinished!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'The reflection as it is now.' })
export class SubmitEthicsAnswersPayload {
  @Field(() => EthicsReflection)
  reflection!: EthicsReflection
}
