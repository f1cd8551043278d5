import { ProqolBand, ProqolScale } from '@alongside/shared/wellness/questionnaires/proqol'
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { AtMost, ListOf } from '../../server/operations/input-limits.ts'

registerEnumType(ProqolScale, {
  name: 'ProqolScale',
  description: 'The three scales of ProQOL 5, ten items each.',
})
registerEnumType(ProqolBand, {
  name: 'ProqolBand',
  description: 'Raw sums: low to 22, moderate 23-41, high from 42. Something to notice, never a finding.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'One scale of a finished questionnaire. There is no total.',
})
export class ProqolScaleResult {
  @Field(() => ProqolScale)
  scale!: ProqolScale

  @Field(() => Int, { description: 'How many of its ten items are answered.' })
  answered!: number

  @Field(() => Int, { nullable: true, description: 'The raw sum, 10-50; null where an item is blank.' })
  score!: number | null

  @Field(() => ProqolBand, { nullable: true })
  band!: ProqolBand | null
}

@ObjectType({ simpleResolvers: true, description: "A peer's own questionnaire. Nobody else can read it." })
export class ProqolResponse {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLLocalDate)
  startedOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null while it is open.' })
  finishedOn!: string | null

  @Field(() => [Int], {
    nullable: 'items',
    description: 'Thirty answers, the first item first, 1 (never) to 5 (very often); null is blank.',
  })
  answers!: (number | null)[]

  @Field(() => [ProqolScaleResult], { description: 'Empty while it is open.' })
  results!: ProqolScaleResult[]
}

@ObjectType({ description: "A peer's finished questionnaires, the latest first." })
export class ProqolResponseConnection extends ConnectionTo(ProqolResponse, 'ProqolResponse') {}

@ObjectType({ simpleResolvers: true, description: 'ProQOL 5 as the signed-in peer can answer it.' })
export class MyProqol {
  @Field(() => [String], {
    nullable: true,
    description:
      'The sentences that the organization brought; null without them: then the numbers are entered beside a paper copy.',
  })
  items!: string[] | null

  @Field(() => String, { description: 'Shown on every screen of it, with the link to proqol.org.' })
  credit!: string

  @Field(() => ProqolResponse, { nullable: true, description: 'The one that was begun and not finished.' })
  open!: ProqolResponse | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The first day on which the next may begin: 30 days after the last. Null where none was finished.',
  })
  nextFrom!: string | null
}

@InputType()
export class ProqolAnswerInput {
  @Field(() => Int, { description: '1-30.' })
  item!: number

  @Field(() => Int, { nullable: true, description: '1-5; null clears it.' })
  answer?: number | null
}

@InputType()
export class SubmitProqolAnswersInput {
  @ListOf(30, () => ProqolAnswerInput, 'The items to keep; the others stay as they are.')
  answers!: ProqolAnswerInput[]

  @Field(() => Boolean, { description: 'Ends it; after that nothing is changed.' })
  isFinished!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'The questionnaire as it is now.' })
export class SubmitProqolAnswersPayload {
  @Field(() => ProqolResponse)
  response!: ProqolResponse
}

@ObjectType({
  simpleResolvers: true,
  description: 'The sentences of ProQOL 5 that the organization brought.',
})
export class ProqolItems {
  @Field(() => Int)
  count!: number

  @Field(() => String)
  credit!: string
}

@InputType()
export class ReplaceProqolItemsInput {
  @AtMost(30)
  @Field(() => [String], {
    description: 'The thirty sentences in their order, unchanged; each up to 200 characters.',
  })
  items!: string[]

  @Field(() => String, {
    description: 'The credit line of the author, with proqol.org; up to 300 characters.',
  })
  credit!: string
}

@ObjectType({ simpleResolvers: true, description: 'What peers see from now on.' })
export class ReplaceProqolItemsPayload {
  @Field(() => ProqolItems)
  proqolItems!: ProqolItems
}
