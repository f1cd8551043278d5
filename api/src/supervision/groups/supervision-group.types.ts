import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { ListOf } from '../../server/operations/input-limits.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

@ObjectType('SupervisionGroup', {
  simpleResolvers: true,
  description: 'Peers whom the caller meets together. They can read its name in their own data.',
})
export class SupervisionGroupShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String, { description: 'At most 60 characters.' })
  name!: string

  @Field(() => [Person], { description: 'Those whom the caller still supervises; at most 30.' })
  peers!: Person[]
}

@ObjectType({ description: 'Groups by name.' })
export class SupervisionGroupConnection extends ConnectionTo(SupervisionGroupShown, 'SupervisionGroup') {}

@InputType()
export class CreateSupervisionGroupInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => String, { description: '1-60 characters; the peers in it can read it.' })
  name!: string

  @ListOf(30, () => GraphQLUUID, '2-30 peers of the own caseload.')
  peerIds!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'The group.' })
export class CreateSupervisionGroupPayload {
  @Field(() => SupervisionGroupShown)
  group!: SupervisionGroupShown
}

@InputType()
export class RemoveSupervisionGroupInput {
  @Field(() => GraphQLUUID)
  groupId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The group as it was.' })
export class RemoveSupervisionGroupPayload {
  @Field(() => SupervisionGroupShown)
  group!: SupervisionGroupShown
}
