import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'

@ObjectType('ReflectionTime', {
  simpleResolvers: true,
  description:
    'Paid time for reflection in one week of the signed-in person: a figure, and nothing beside it.',
})
export class ReflectionTimeShown {
  @Field(() => GraphQLLocalDate, { description: 'The Monday of the week.' })
  weekStart!: string

  @Field(() => Int)
  minutes!: number
}

@ObjectType({ description: 'Weeks with reflection time, the latest first.' })
export class ReflectionTimeConnection extends ConnectionTo(ReflectionTimeShown, 'ReflectionTime') {}

@InputType()
export class LogReflectionTimeInput {
  @Field(() => GraphQLLocalDate, { description: 'The Monday of this week or of one of the 4 before.' })
  weekStart!: string

  @Field(() => Int, { description: 'Minutes in the whole week, 0-600; 0 removes the figure.' })
  minutes!: number
}

@ObjectType({ simpleResolvers: true, description: 'The figure of the week.' })
export class LogReflectionTimePayload {
  @Field(() => ReflectionTimeShown)
  reflectionTime!: ReflectionTimeShown
}
