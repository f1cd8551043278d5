import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, InputType, ObjectType } from 'type-graphql'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { ConnectionTo, PageArgs } from '../../server/graphql/connection.ts'
import { Person } from '../../people/person.types.ts'

@InputType({ description: 'A wish that somebody supervise a peer.' })
export class ProposeSupervisionRelationshipInput {
  @Field(() => GraphQLUUID, {
    description: 'One of `availableSupervisors`; anybody else is refused as unavailable.',
  })
  supervisorId!: string

  @Field(() => GraphQLUUID, { description: 'A peer of the organization.' })
  peerId!: string

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => GraphQLLocalDate, { description: 'At most 365 days back or ahead.' })
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
export class HandOverSupervisionInput {
  @Field(() => GraphQLUUID, { description: 'The relationship that ends.' })
  relationshipId!: string

  @Field(() => GraphQLUUID, { description: 'Who goes on: one of `availableSupervisors`.' })
  supervisorId!: string

  @Field(() => GraphQLLocalDate, {
    description: 'The last day of the one that ends: yesterday at the earliest, at most 364 days ahead.',
  })
  lastOn!: string

  @Field(() => Boolean, { defaultValue: false })
  supervisorHasPeerExperience!: boolean
}

@ArgsType()
export class AvailableSupervisorsArgs extends PageArgs {
  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => String, { nullable: true, description: 'A part of the name; at most 80 characters.' })
  search?: string | null
}

@ObjectType({ description: 'Who may be named for a peer, by name.' })
export class AvailableSupervisors extends ConnectionTo(Person, 'AvailableSupervisors') {}
