import { CoreValue } from '@alongside/shared/wellness/core-values/core-values'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ListOf } from '../../server/operations/input-limits.ts'

registerEnumType(CoreValue, {
  name: 'CoreValue',
  description:
    'The twelve core values of peer support (National Association of Peer Supporters, in the LAPPA toolkit 2021, ch. 2).',
})

@ObjectType({ simpleResolvers: true, description: 'How far the work allows one value.' })
export class CoreValueAnswer {
  @Field(() => CoreValue)
  value!: CoreValue

  @Field(() => Int, { nullable: true, description: '1 (hardly ever) to 5 (nearly always); null is skipped.' })
  answer!: number | null
}

@ObjectType({
  simpleResolvers: true,
  description: "A peer's own answers of half a year. Nobody else reads them.",
})
export class MyCoreValues {
  @Field(() => GraphQLLocalDate, { description: 'January 1 or July 1.' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { description: 'Until this day the answers can be changed.' })
  endsOn!: string

  @Field(() => Boolean, { description: 'Whether anything was saved in this half of the year.' })
  isSaved!: boolean

  @Field(() => [CoreValueAnswer], { description: 'All twelve, in the order of the source.' })
  answers!: CoreValueAnswer[]
}

@InputType()
export class CoreValueAnswerInput {
  @Field(() => CoreValue)
  value!: CoreValue

  @Field(() => Int, { nullable: true, description: '1-5; null is skipped.' })
  answer?: number | null
}

@InputType()
export class SubmitCoreValuesInput {
  @ListOf(12, () => CoreValueAnswerInput, 'One for each value at most; at least one with an answer.')
  answers!: CoreValueAnswerInput[]
}

@ObjectType({ simpleResolvers: true, description: 'The answers as they are now.' })
export class SubmitCoreValuesPayload {
  @Field(() => MyCoreValues)
  coreValues!: MyCoreValues
}
