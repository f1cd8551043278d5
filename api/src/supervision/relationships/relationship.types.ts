import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, InputType, ObjectType } from 'type-graphql'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { PageArgs } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

@InputType({ description: 'A wish that somebody supervise a peer.' })
export class ProposeSupervisionRelationshipInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID, {
    description:
      'One of `availableSupervisors`; anybody else is refused as unavailable. Not oneself: another manager does that.',
  })
  supervisorId!: string

  @Field(() => GraphQLUUID, { description: 'A peer of the organization.' })
  peerId!: string

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => GraphQLLocalDate, {
    description:
      'At most 365 days ahead. Administrative and educational supervision begins tomorrow at the earliest, since the peer is told before; supportive supervision when the peer accepts it.',
  })
  startsOn!: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day; not before the first. A substitute has one, at most 366 days after the first.',
  })
  endsOn?: string | null

  @Field(() => Boolean, { defaultValue: false })
  isSubstitute!: boolean

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'For a substitute: the relationship of this peer and type whose holder is away.',
  })
  standsInForId?: string | null

  @Field(() => Boolean, { defaultValue: false })
  supervisorHasPeerExperience!: boolean
}

@InputType({ description: 'One supervisor ends and the next begins, on the day after.' })
export class ReassignSupervisionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID, { description: 'The relationship that ends.' })
  relationshipId!: string

  @Field(() => GraphQLUUID, { description: 'Who goes on: one of `availableSupervisors`, not oneself.' })
  supervisorId!: string

  @Field(() => GraphQLLocalDate, {
    description:
      'The last day of the one that ends: today at the earliest (yesterday for supportive supervision), at most 364 days ahead.',
  })
  lastOn!: string

  @Field(() => Boolean, { defaultValue: false })
  supervisorHasPeerExperience!: boolean
}

@InputType()
export class EndSupervisionRelationshipInput {
  @Field(() => GraphQLUUID)
  relationshipId!: string
}

@InputType()
export class AcceptSupportiveRelationshipInput {
  @Field(() => GraphQLUUID, { description: 'A proposal to the signed-in peer.' })
  relationshipId!: string
}

@InputType()
export class DeclineSupportiveRelationshipInput {
  @Field(() => GraphQLUUID, { description: 'A proposal to the signed-in peer.' })
  relationshipId!: string
}

/** What a change answers: the id of the relationship, which is read only where the caller asks for it. */
@ObjectType()
export abstract class RelationshipChanged {
  relationshipId!: string
}

@ObjectType({ description: 'The relationship, or the proposal of one.' })
export class ProposeSupervisionRelationshipPayload extends RelationshipChanged {}

@ObjectType({ description: 'The relationship of the next supervisor.' })
export class ReassignSupervisionPayload extends RelationshipChanged {}

@ObjectType({ description: 'The relationship with its end.' })
export class EndSupervisionRelationshipPayload extends RelationshipChanged {}

@ObjectType({ description: 'The relationship, which begins.' })
export class AcceptSupportiveRelationshipPayload extends RelationshipChanged {}

@ObjectType({ description: 'The proposal, which never began.' })
export class DeclineSupportiveRelationshipPayload extends RelationshipChanged {}

@ArgsType()
export class AvailableSupervisorsArgs extends PageArgs {
  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => String, { nullable: true, description: 'A part of the name; at most 80 characters.' })
  search?: string | null
}
