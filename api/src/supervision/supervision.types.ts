import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { type DueReason, SupervisionDueKind } from '@alongside/shared/supervision/relationships/cadence'
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
/** The day from which a cadence is counted. */
export const DueRule = { FROM_LAST_SESSION: 'FROM_LAST_SESSION', FROM_START: 'FROM_START' } as const
export type DueRule = DueReason['rule']
registerEnumType(DueRule, { name: 'DueRule', description: 'What a due day was counted from.' })

@ObjectType('SupervisionDue', {
  simpleResolvers: true,
  description: 'When the next session is due, with the rule that says so.',
})
export class SupervisionDueType {
  @Field(() => SupervisionDueKind)
  kind!: SupervisionDueKind

  @Field(() => GraphQLLocalDate)
  dueOn!: string

  @Field(() => Int, { description: 'Days since the due day; 0 while it is not over.' })
  overdueDays!: number

  @Field(() => DueRule)
  rule!: DueRule

  @Field(() => GraphQLLocalDate, {
    description: 'The last session of this type, or the start while there is none.',
  })
  countedFrom!: string

  @Field(() => Int, { description: 'Days that may lie between two sessions, from the agreement in force.' })
  cadenceDays!: number
}

@ObjectType('SupervisionRelationship', {
  simpleResolvers: true,
  description: 'One supervisor, one peer, one type of supervision.',
})
export class SupervisionRelationshipType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => Person)
  supervisor!: Person

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null while it is open.' })
  endsOn!: string | null

  @Field(() => Boolean, { description: 'Stands in for somebody from a day to a day.' })
  isSubstitute!: boolean

  @Field(() => Person, { nullable: true, description: 'Whom a substitute stands in for.' })
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

  @Field(() => SupervisionDueType, {
    nullable: true,
    description: 'Null where no agreement names a cadence, and while the peer is on leave.',
  })
  due!: SupervisionDueType | null

  @Field(() => Boolean, { description: 'The peer is on leave today: what is due stands still.' })
  isPaused!: boolean

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of that leave; null until further notice, and where there is none.',
  })
  pausedUntil!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'How many relationships stand how.' })
export class CaseloadCounts {
  @Field(() => Int)
  overdue!: number

  @Field(() => Int)
  dueThisWeek!: number

  @Field(() => Int)
  onTrack!: number

  @Field(() => Int, { description: 'With a peer who is on leave today.' })
  paused!: number

  @Field(() => Int, { description: 'Without a cadence in an agreement.' })
  withoutCadence!: number
}

@ObjectType({ description: 'Who needs time of the signed-in supervisor, the most urgent first.' })
export class Caseload extends ConnectionTo(SupervisionRelationshipType, 'Caseload') {
  @Field(() => CaseloadCounts)
  counts!: CaseloadCounts
}
