import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DueRule, SupervisionDueKind } from '@alongside/shared/supervision/relationships/cadence'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { ConnectionTo } from '../server/graphql/connection.ts'
import { Person } from '../people/person.types.ts'

registerEnumType(SupervisionType, {
  name: 'SupervisionType',
  description: 'The three functions of supervision; walls stand between what is written in them.',
})
registerEnumType(SupervisionDueKind, {
  name: 'SupervisionDueKind',
  description:
    'Whether the next session lies in a later week, in this one, or should have been before today.',
})
registerEnumType(DueRule, { name: 'DueRule', description: 'What a due day was counted from.' })

@ObjectType({
  simpleResolvers: true,
  description: 'When the next session is due, with the rule that says so.',
})
export class SupervisionDue {
  @Field(() => SupervisionDueKind)
  kind!: SupervisionDueKind

  @Field(() => GraphQLLocalDate)
  dueOn!: string

  @Field(() => Int, { description: 'Days since the due day; 0 while it is not over.' })
  overdueDays!: number

  @Field(() => DueRule)
  rule!: DueRule

  @Field(() => GraphQLLocalDate, {
    description: 'The last session of this type, or the start of the relationship where that is later.',
  })
  countedFrom!: string

  @Field(() => Int, { description: 'Days that may lie between two sessions, from the agreement in force.' })
  cadenceDays!: number

  @Field(() => Int, { description: "Days by which the peer's leave moved the due day." })
  pausedDays!: number
}

@ObjectType({ simpleResolvers: true, description: 'The nearest planned session of a relationship.' })
export class NextPlannedSession {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => String, { description: "HH:MM on the organization's clock." })
  startTime!: string
}

@ObjectType({ simpleResolvers: true, description: 'Planned leave of a peer; both days are part of it.' })
export class SupervisionPause {
  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate)
  endsOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'One supervisor, one peer, one type of supervision.' })
export class SupervisionRelationship {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => Boolean, {
    description: 'False: nothing can be written about them beyond the date, minutes and type of a session.',
  })
  peerHasJoined!: boolean

  @Field(() => Boolean, {
    description:
      'False: a supervisor or manager is supervised here, who has no placements, flags or certifications.',
  })
  holdsPeerRole!: boolean

  @Field(() => Person)
  supervisor!: Person

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day; null while it has none. Of a proposal that was declined, the day before the first.',
  })
  endsOn!: string | null

  @Field(() => Boolean, { description: 'Covers for somebody from a day to a day.' })
  isSubstitute!: boolean

  @Field(() => Person, { nullable: true, description: 'The supervisor for whom a substitute covers.' })
  standsInFor!: Person | null

  @Field(() => Boolean)
  supervisorHasPeerExperience!: boolean

  @Field(() => Boolean, {
    description: 'False: a supportive one that the peer has yet to accept; it gives no right.',
  })
  accepted!: boolean

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last held session of this type that counts.',
  })
  lastHeldOn!: string | null

  @Field(() => NextPlannedSession, {
    nullable: true,
    description: 'Null while none is planned for today or later.',
  })
  nextPlanned!: NextPlannedSession | null

  @Field(() => SupervisionDue, {
    nullable: true,
    description: 'Null where no agreement names a cadence, and while the peer is on leave.',
  })
  due!: SupervisionDue | null

  @Field(() => Boolean, { description: 'The peer is on leave today: no session falls due.' })
  isPaused!: boolean

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of that leave; null until further notice, and where there is none.',
  })
  pausedUntil!: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of a leave without end that begins before a session would be due; else null.',
  })
  pausedFrom!: string | null

  @Field(() => [SupervisionPause], {
    description: 'Leave with an end that is not over since the day counted from; its days do not count.',
  })
  pauses!: readonly SupervisionPause[]
}

@ObjectType({ description: 'Relationships of one peer, by type.' })
export class SupervisionRelationshipConnection extends ConnectionTo(
  SupervisionRelationship,
  'SupervisionRelationship',
) {}

@ObjectType({
  simpleResolvers: true,
  description: 'How many relationships of the whole caseload are how urgent.',
})
export class CaseloadFacets {
  @Field(() => Int)
  overdue!: number

  @Field(() => Int)
  dueThisWeek!: number

  @Field(() => Int)
  onTrack!: number

  @Field(() => Int, { description: 'With a peer who is on leave today.' })
  paused!: number

  @Field(() => Int, { description: 'With a peer whose leave without end begins before a session is due.' })
  pausedAhead!: number

  @Field(() => Int, { description: 'Without a cadence in an agreement.' })
  withoutCadence!: number
}

@ObjectType({ description: 'Who needs time of the signed-in supervisor, the most urgent first.' })
export class CaseloadConnection extends ConnectionTo(SupervisionRelationship, 'Caseload') {
  @Field(() => CaseloadFacets)
  facets!: CaseloadFacets
}
