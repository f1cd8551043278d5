import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { JobTitle } from '@alongside/shared/people/placements/job-titles'
import { PeerState } from '@alongside/shared/people/peers/peer-state'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import type { LeavePeriodShown } from '../employment/leave.types.ts'
import { NamedPlace } from '../named-place.types.ts'
import type { CaseloadCountShown, PlacementType } from '../placements/placement.types.ts'

registerEnumType(PeerState, {
  name: 'PeerState',
  description:
    'How somebody stands in the organization; of several that hold, LEFT counts first, CURRENT last.',
})

export const PeerOrder = {
  NAME: 'NAME',
  TEAM: 'TEAM',
  JOINED: 'JOINED',
  CERTIFICATION: 'CERTIFICATION',
} as const
export type PeerOrder = (typeof PeerOrder)[keyof typeof PeerOrder]
registerEnumType(PeerOrder, {
  name: 'PeerOrder',
  description:
    'By name, by team, by the day they joined, or by what presses most of their certifications: the status, then the next expiry, those without a certification last. Never by caseload: nobody is ranked.',
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

  @Field(() => CertificationStatus, {
    nullable: true,
    description: 'The most pressing status of their certifications. Asks for `certification.read`.',
  })
  certificationStatus?: CertificationStatus | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'False: only those without a certification on file. Asks for `certification.read`.',
  })
  hasCertification?: boolean | null
}

@InputType({ description: 'How the peers are ordered; without it by name.' })
export class PeersSort {
  @Field(() => PeerOrder)
  by!: PeerOrder

  @Field(() => Boolean, { defaultValue: false })
  descending!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The certifications of one peer in a line of the list; the page of that person has each of them.',
})
export class PeerCertification {
  @Field(() => CertificationStatus, { description: 'The most pressing of all.' })
  status!: CertificationStatus

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The next expiry; where every one has passed, the latest; null where none is known.',
  })
  expiresOn!: string | null

  @Field(() => Boolean, { description: 'Of one of them at least nobody knows when it expires.' })
  isExpiryUnknown!: boolean

  @Field(() => Int, { description: 'How many certifications there are; those voided are not counted.' })
  count!: number
}

/** What the fields of a peer read, where it was asked for in the same tick as the peer. */
export interface WorkOfPeer {
  readonly placements: Promise<readonly PlacementType[]>
  readonly caseloadCounts: Promise<CaseloadCountShown[]>
  readonly leavePeriods: Promise<LeavePeriodShown[]>
}

@ObjectType({
  simpleResolvers: true,
  description: 'A peer: where they work and worked, with how many people, and when they are away.',
})
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

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day here; null again once somebody is back.',
  })
  leavesOn!: string | null

  @Field(() => Int, {
    description:
      'Of team, last day and first day back; 0 before the first change. Sent back as `expectedRevision`.',
  })
  revision!: number

  readonly work?: Partial<WorkOfPeer>
  /** Read with the list, where it is asked for. */
  readonly certification?: PeerCertification | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many peers one more choice would show, with the rest of the filter as it is.',
})
export class PeerFacets {
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

@ObjectType({
  simpleResolvers: true,
  description: 'Peers of the organization with where they work.',
})
export class PeerConnection extends ConnectionTo(Peer, 'Peer') {
  @Field(() => PeerFacets)
  facets!: PeerFacets | null
}

@ObjectType({ simpleResolvers: true, description: 'What the list of peers can be narrowed to.' })
export class PeerChoices {
  @Field(() => [NamedPlace], { description: 'At most 500, by name.' })
  hostAgencies!: NamedPlace[]

  @Field(() => [NamedPlace], { description: 'Teams in use; at most 500, by name.' })
  teams!: NamedPlace[]
}
