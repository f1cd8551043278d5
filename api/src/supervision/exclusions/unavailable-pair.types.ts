import { GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, InputType, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo, PageArgs } from '../../server/graphql/connection.ts'

@ArgsType()
export class UnavailablePairsArgs extends PageArgs {
  @Field(() => GraphQLUUID, { nullable: true, description: 'Only the pairs of this peer.' })
  peerId?: string | null
}

@InputType()
export class CreateUnavailablePairInput {
  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => GraphQLUUID, { description: 'For a supervisor: themselves. For a manager: any supervisor.' })
  supervisorId!: string
}

@InputType()
export class RemoveUnavailablePairInput {
  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => GraphQLUUID)
  supervisorId!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'A peer and a supervisor who cannot be assigned to each other.',
})
export class UnavailablePair {
  @Field(() => Person)
  peer!: Person

  @Field(() => Person)
  supervisor!: Person
}

@ObjectType({ description: 'Pairs that the caller marked.' })
export class UnavailablePairConnection extends ConnectionTo(UnavailablePair, 'UnavailablePair') {}

@ObjectType({ simpleResolvers: true, description: 'The pair that is unavailable now.' })
export class CreateUnavailablePairPayload {
  @Field(() => UnavailablePair)
  pair!: UnavailablePair
}

@ObjectType({ simpleResolvers: true, description: 'The pair that the caller no longer marks.' })
export class RemoveUnavailablePairPayload {
  @Field(() => UnavailablePair)
  pair!: UnavailablePair
}
