import { GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'
import { ConnectionTo } from '../server/graphql/connection.ts'

/** A leaf of the graph on purpose: what else one may read about a person starts at `peer(id)`, where its rights are checked. */
@ObjectType({ simpleResolvers: true, description: 'A member of the organization, as colleagues see them.' })
export class Person {
  @Field(() => GraphQLUUID, { description: 'The id of the membership.' })
  id!: string

  @Field(() => String, {
    nullable: true,
    description:
      'Null where the reader may not know the name, as for host agency staff beyond their own peers.',
  })
  displayName!: string | null
}

@ObjectType({ description: 'People by name.' })
export class PersonConnection extends ConnectionTo(Person, 'Person') {}
