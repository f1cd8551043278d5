import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'

@InputType()
export class RequestServiceHoursInput {
  @Field(() => GraphQLUUID, { description: 'The certification of ones own that is short of service hours.' })
  certificationId!: string
}

@ObjectType({ simpleResolvers: true, description: 'Who was asked, with one notification a day at most.' })
export class RequestServiceHoursPayload {
  @Field(() => Person)
  asked!: Person

  @Field(() => GraphQLLocalDate)
  askedOn!: string
}
