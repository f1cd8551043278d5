import { FlagStatus } from '@alongside/shared/drift/flag-status'
import { FollowUpOwner, FollowUpState } from '@alongside/shared/supervision/follow-ups/follow-up-input'
import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, Int, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo, PageArgs } from '../../server/graphql/connection.ts'

@ObjectType({
  simpleResolvers: true,
  description:
    'The task that a plan became, on the follow-up list of the peer and the supervisor of its type.',
})
export class DriftFlagFollowUp {
  @Field(() => FollowUpOwner)
  owner!: FollowUpOwner

  @Field(() => GraphQLLocalDate, { description: 'The day by which it should be done.' })
  dueOn!: string

  @Field(() => FollowUpState)
  state!: FollowUpState

  @Field(() => Person, { description: 'The supervisor with whom it was agreed.' })
  supervisor!: Person
}

@ObjectType({ simpleResolvers: true, description: 'One step of a flag; steps are added, never changed.' })
export class DriftFlagStep {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => FlagStatus)
  from!: FlagStatus

  @Field(() => FlagStatus)
  to!: FlagStatus

  @Field(() => Person)
  takenBy!: Person

  @Field(() => GraphQLDateTime)
  takenAt!: Date

  @Field(() => String, { nullable: true, description: 'What will change; with PLANNED.' })
  plan!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Why it is part of the role, or how the peer sees it differently.',
  })
  reason!: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'The session in which it was discussed.' })
  sessionId!: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day of that session; null without one, and where it was voided since.',
  })
  discussedOn!: string | null

  @Field(() => DriftFlagFollowUp, {
    nullable: true,
    description: 'The task that the plan became; null without one, and for whoever cannot read it.',
  })
  followUp!: DriftFlagFollowUp | null
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A session that was held with the peer of a flag: it may be the one in which it was discussed.',
})
export class DriftFlagSession {
  @Field(() => GraphQLUUID, { description: 'To be sent as `sessionId` with a step.' })
  id!: string

  @Field(() => GraphQLLocalDate)
  heldOn!: string

  @Field(() => Int, { description: 'The length of the whole session.' })
  minutes!: number

  @Field(() => Person)
  supervisor!: Person
}

@ObjectType({ description: 'Sessions held with the peer of a flag, the latest first.' })
export class DriftFlagSessionConnection extends ConnectionTo(DriftFlagSession, 'DriftFlagSession') {}

@ArgsType()
export class DriftFlagSessionsArgs extends PageArgs {
  @Field(() => GraphQLUUID)
  driftFlagId!: string
}
