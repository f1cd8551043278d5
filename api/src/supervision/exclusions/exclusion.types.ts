import { GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, InputType, ObjectType } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import { Person } from '../../people/person.types.ts'

@ArgsType()
export class ExclusionChoicesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'A part of the name; at most 80 characters.' })
  search?: string | null
}

@InputType()
export class CreateExclusionInput {
  @Field(() => GraphQLUUID, { description: 'A colleague, whatever their roles are today.' })
  memberId!: string
}

@InputType()
export class RemoveExclusionInput {
  @Field(() => GraphQLUUID)
  memberId!: string
}

@ObjectType({ simpleResolvers: true, description: 'Who is excluded now.' })
export class CreateExclusionPayload {
  @Field(() => Person)
  person!: Person
}

@ObjectType({ simpleResolvers: true, description: 'Who is no longer excluded.' })
export class RemoveExclusionPayload {
  @Field(() => Person)
  person!: Person
}
