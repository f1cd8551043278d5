import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { Role } from '@alongside/shared/people/roles'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { Person } from '../person.types.ts'

@ObjectType('RoleRequest', {
  simpleResolvers: true,
  description: 'An admin asked for a role for themselves; another admin or an auditor answers within 7 days.',
})
export class RoleRequestShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person, { description: 'Who asked, and whom it is about.' })
  member!: Person

  @Field(() => [Role], { description: 'The roles that they have now.' })
  currentRoles!: Role[]

  @Field(() => [Role], { description: 'The roles that they would have.' })
  roles!: Role[]

  @Field(() => GraphQLDateTime)
  requestedAt!: Date

  @Field(() => GraphQLDateTime, { description: 'Unanswered until then, it is void.' })
  expiresAt!: Date
}

@ObjectType({ description: 'Requests that wait for an answer.' })
export class RoleRequestConnection extends ConnectionTo(RoleRequestShown, 'RoleRequest') {}

@InputType()
export abstract class AnswerRoleRequestInput {
  @Field(() => GraphQLUUID)
  roleRequestId!: string
}

@InputType()
export class AcceptRoleRequestInput extends AnswerRoleRequestInput {}

@InputType()
export class DeclineRoleRequestInput extends AnswerRoleRequestInput {}

@ObjectType({ simpleResolvers: true })
abstract class RoleRequestAnswered {
  @Field(() => GraphQLUUID, { description: 'The request, which waits no more.' })
  roleRequestId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The roles are theirs from the next sign-in on.' })
export class AcceptRoleRequestPayload extends RoleRequestAnswered {}

@ObjectType({ simpleResolvers: true, description: 'Nothing changed.' })
export class DeclineRoleRequestPayload extends RoleRequestAnswered {}
