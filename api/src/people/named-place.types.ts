import { GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'

@ObjectType({ simpleResolvers: true, description: 'A host agency or a team by its name.' })
export class NamedPlace {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  name!: string
}
