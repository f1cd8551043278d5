import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { JobTitle } from '@alongside/shared/people/placements/job-titles'
import { PeerState } from '@alongside/shared/people/peers/peer-state'
import { ConnectionTo } from '../../server/graphql/connection.ts'

registerEnumType(JobTitle, { name: 'JobTitle', description: 'The titles under which peers work.' })
registerEnumType(PeerState, {
  name: 'PeerState',
  description:
    'How somebody stands in the organization; of several that hold, LEFT counts first, CURRENT last.',
})

export const PeerOrder = { NAME: 'NAME', TEAM: 'TEAM', JOINED: 'JOINED' } as const
export type PeerOrder = (typeof PeerOrder)[keyof typeof PeerOrder]
registerEnumType(PeerOrder, {
  name: 'PeerOrder',
  description: 'By name, by team, by the day they joined. Never by caseload: nobody is ranked.',
})

@InputType({ description: 'All that are given must hold.' })
export class PeersFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name; at most 100 characters.' })
  search?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'Works there today.' })
  hostAgencyId?: string | null

  @Field(() => GraphQLUUID, { nullable: true })
  teamId?: string | null

  @Field(() => JobTitle, { nullable: true, description: 'Works under this title today.' })
  jobTitle?: JobTitle | null

  @Field(() => PeerState, { nullable: true, description: 'Without it, all but those who have left.' })
  state?: PeerState | null

  @Field(() => Boolean, { nullable: true, description: 'True: only where the caseload is above 30.' })
  aboveUsualCaseload?: boolean | null
}

@InputType({ description: 'How the peers are ordered; without it by name.' })
export class PeersSort {
  @Field(() => PeerOrder)
  by!: PeerOrder

  @Field(() => Boolean, { defaultValue: false })
  descending!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'A host agency or a team by its name.' })
export class NamedPlace {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  name!: string
}

@ObjectType({ simpleResolvers: true, description: 'A peer with where they work today.' })
export class Peer {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  displayName!: string

  @Field(() => GraphQLLocalDate)
  joinedOn!: string

  @Field(() => PeerState)
  state!: PeerState

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Until when the leave lasts, or the last day; null where it is open or there is none.',
  })
  stateUntil!: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day back of somebody who had left: to come, or past.',
  })
  returnsOn!: string | null

  @Field(() => [JobTitle], { description: 'Of the placements of today.' })
  jobTitles!: JobTitle[]

  @Field(() => [NamedPlace])
  hostAgencies!: NamedPlace[]

  @Field(() => NamedPlace, { nullable: true })
  team!: NamedPlace | null

  @Field(() => Float, { nullable: true, description: '1 is full time; null without a placement.' })
  fullTimeShare!: number | null

  @Field(() => Int, { nullable: true, description: 'People; null where nobody has counted.' })
  caseload!: number | null
}

@ObjectType({ description: 'Peers of the organization with where they work.' })
export class PeerConnection extends ConnectionTo(Peer, 'Peer') {}

@ObjectType({
  simpleResolvers: true,
  description: 'How many peers one more choice would show, with the rest of the filter as it is.',
})
export class PeerCounts {
  @Field(() => Int)
  onLeave!: number

  @Field(() => Int)
  leaving!: number

  @Field(() => Int)
  notJoined!: number

  @Field(() => Int)
  left!: number

  @Field(() => Int, { description: 'With more people than usual.' })
  aboveUsualCaseload!: number
}

@ObjectType({ simpleResolvers: true, description: 'What the list of peers can be narrowed to.' })
export class PeerChoices {
  @Field(() => [NamedPlace], { description: 'At most 500, by name.' })
  hostAgencies!: NamedPlace[]

  @Field(() => [NamedPlace], { description: 'Teams in use; at most 500, by name.' })
  teams!: NamedPlace[]
}

@ObjectType('Placement', {
  simpleResolvers: true,
  description: 'A peer at a host agency from a day to a day.',
})
export class PlacementType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => NamedPlace)
  hostAgency!: NamedPlace

  @Field(() => JobTitle)
  jobTitle!: JobTitle

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null while it is open.' })
  endsOn!: string | null

  @Field(() => Float, { description: '1 is full time.' })
  fullTimeShare!: number

  @Field(() => Int, { nullable: true, description: 'The latest count; null where nobody has counted.' })
  caseload!: number | null

  @Field(() => Int, { description: 'To be sent back with a change, so that nobody undoes another one.' })
  revision!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'A placement that was entered by mistake: it counts nowhere, and stays readable.',
})
export class WithdrawnPlacement extends PlacementType {
  @Field(() => GraphQLDateTime)
  withdrawnAt!: Date | null

  @Field(() => String, { nullable: true, description: 'The name of who withdrew it, where one may know it.' })
  withdrawnBy!: string | null
}

@ObjectType('CaseloadCount', {
  simpleResolvers: true,
  description: 'How many people a peer stood by at one placement on one day.',
})
export class CaseloadCountType {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => GraphQLLocalDate)
  countedOn!: string

  @Field(() => Int)
  people!: number
}

@ObjectType('LeavePeriod', {
  simpleResolvers: true,
  description: 'Days on which a peer is away. There is no reason.',
})
export class LeavePeriodType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null until further notice.' })
  endsOn!: string | null
}

@ObjectType({
  description: 'One peer: where they work and worked, with how many people, and when they are away.',
})
export class PeerProfile extends Peer {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day here; null again once somebody is back.',
  })
  leavesOn!: string | null

  @Field(() => Int, {
    description: 'Of team and last day; 0 before the first change. Sent back with a change.',
  })
  revision!: number

  @Field(() => [PlacementType], { description: 'The latest first; at most 100.' })
  placements!: PlacementType[]

  @Field(() => [WithdrawnPlacement], { description: 'Entered by mistake; the latest first.' })
  withdrawnPlacements!: WithdrawnPlacement[]

  @Field(() => [CaseloadCountType], { description: 'Of the last two years, the oldest first; at most 500.' })
  caseloadCounts!: CaseloadCountType[]

  @Field(() => [LeavePeriodType], { description: 'The latest first; at most 100.' })
  leavePeriods!: LeavePeriodType[]
}

@InputType({ description: 'A placement as a manager states it.' })
export class PlacementDetails {
  @Field(() => GraphQLUUID)
  hostAgencyId!: string

  @Field(() => JobTitle)
  jobTitle!: JobTitle

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; not before the first.' })
  endsOn?: string | null

  @Field(() => Float, {
    description: '0.05 to 1 in steps of 0.05; all together never more than 1 on any day.',
  })
  fullTimeShare!: number
}

@InputType({ description: 'Days away; both included.' })
export class LeaveDays {
  @Field(() => GraphQLLocalDate, { description: 'At most a year back and two years ahead.' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Left out: until further notice.' })
  endsOn?: string | null
}
