import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { CoverageState } from '@alongside/shared/supervision/overview/coverage'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { NamedPlace } from '../../people/named-place.types.ts'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { SupervisionRelationship } from '../supervision.types.ts'

registerEnumType(CoverageState, {
  name: 'CoverageState',
  description:
    'How one person is covered for one type: ON_TIME and DUE_THIS_WEEK have no session that should have been before today; PAUSED is on leave; NOT_STARTED has somebody named who has not begun.',
})

@InputType({ description: 'All that are given must hold.' })
export class SupervisionCoverageFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name; at most 100 characters.' })
  search?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only supervisors and managers without the peer role, whether they are supervised or not. Else everybody who is a peer or supervised.',
  })
  supervisors?: boolean | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'Has a relationship with this supervisor.' })
  supervisorId?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'Works there today.' })
  hostAgencyId?: string | null

  @Field(() => SupervisionType, {
    nullable: true,
    description: 'With `state`: in this type. Alone it narrows nothing.',
  })
  type?: SupervisionType | null

  @Field(() => CoverageState, {
    nullable: true,
    description: 'Has this state in `type`, or in any type where none is given.',
  })
  state?: CoverageState | null
}

@ObjectType({ simpleResolvers: true, description: 'One person and one type of supervision.' })
export class CoverageCell {
  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => CoverageState)
  state!: CoverageState

  @Field(() => Int, { description: 'Days since the due day, leave left out; 0 unless overdue.' })
  overdueDays!: number

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last session of this type, of any format and supervisor.',
  })
  lastHeldOn!: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'Days since that session: how long the person has been without this type. Null: never.',
  })
  daysSince!: number | null

  @Field(() => [SupervisionRelationship], {
    description: 'Those that have not ended, proposals included; the one that decides comes first.',
  })
  relationships!: SupervisionRelationship[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'How one person is covered: dates only, never what was said.',
})
export class SupervisionCoverage {
  @Field(() => Person)
  peer!: Person

  @Field(() => Boolean, { description: 'False: a supervisor or manager who does not hold the peer role.' })
  isPeer!: boolean

  @Field(() => [NamedPlace], { description: 'Where they work today; at most 20, by name.' })
  hostAgencies!: NamedPlace[]

  @Field(() => [CoverageCell], { description: 'Administrative, educational, supportive.' })
  cells!: CoverageCell[]
}

@ObjectType({ description: 'How many are on time, of how many; people on leave are counted apart.' })
export abstract class CoverageTallyFields {
  @Field(() => Int, { description: 'All but those on leave.' })
  of!: number

  @Field(() => Int, { description: 'Those due this week included.' })
  onTime!: number

  @Field(() => Int)
  dueThisWeek!: number

  @Field(() => Int)
  overdue!: number

  @Field(() => Int)
  notAssigned!: number

  @Field(() => Int)
  notStarted!: number

  @Field(() => Int, { description: 'No agreement says how often: not known to be on time.' })
  noSchedule!: number

  @Field(() => Int, { description: 'On leave.' })
  paused!: number
}

@ObjectType({ simpleResolvers: true, description: 'All people in one type.' })
export class TypeCoverage extends CoverageTallyFields {
  @Field(() => SupervisionType)
  type!: SupervisionType
}

@ObjectType({
  simpleResolvers: true,
  description: 'The relationships of one supervisor that have not ended.',
})
export class SupervisorCoverage extends CoverageTallyFields {
  @Field(() => Person)
  supervisor!: Person

  @Field(() => Int, { description: 'Different people, supervisors whom they supervise included.' })
  peers!: number

  @Field(() => Float, {
    nullable: true,
    description:
      'The FTE of the peers among them added up, from their placements of today. Null where one has none.',
  })
  peersFte!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'How much of a full-time position they have for supervising today. Null: not recorded.',
  })
  fullTimeShare!: number | null

  @Field(() => Float, {
    nullable: true,
    description:
      'People for each full-time supervisor: `peers` by `fullTimeShare`. Null where that is not known.',
  })
  peersPerFte!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'The people who work at one host agency today.' })
export class AgencyCoverage {
  @Field(() => NamedPlace)
  hostAgency!: NamedPlace

  @Field(() => Int)
  peers!: number

  @Field(() => [TypeCoverage])
  types!: TypeCoverage[]
}

@ObjectType({ simpleResolvers: true, description: 'The whole organization, whatever the filter.' })
export class CoverageSummary {
  @Field(() => Int)
  peers!: number

  @Field(() => [TypeCoverage])
  types!: TypeCoverage[]

  @Field(() => [SupervisorCoverage], { description: 'By name; at most 500.' })
  supervisors!: SupervisorCoverage[]

  @Field(() => [AgencyCoverage], { description: 'By name; at most 500.' })
  hostAgencies!: AgencyCoverage[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'How the people of the organization are covered; who needs supervision most comes first.',
})
export class SupervisionCoverageConnection extends ConnectionTo(SupervisionCoverage, 'SupervisionCoverage') {
  @Field(() => CoverageSummary)
  summary!: CoverageSummary
}
