import { GraphQLUUID } from 'graphql-scalars'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { AtMost } from '../../server/operations/input-limits.ts'
import { BULK_MOST } from '@alongside/shared/certification/bulk-acts/bulk-limits'
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { CertificationType } from './certification.types.ts'

export const RenewalOrder = {
  RISK: 'RISK',
  NAME: 'NAME',
  EXPIRY: 'EXPIRY',
  CREDENTIAL: 'CREDENTIAL',
} as const
export type RenewalOrder = (typeof RenewalOrder)[keyof typeof RenewalOrder]
registerEnumType(RenewalOrder, {
  name: 'RenewalOrder',
  description: 'RISK: by the precedence of the statuses, then by expiry. The others: by what they name.',
})

@InputType({ description: 'All that are given must hold.' })
export class RenewalsFilter {
  @Field(() => Int, {
    nullable: true,
    description: '30, 60 or 90: the expiry falls on today or within so many days.',
  })
  dueWithinDays?: number | null

  @AtMost(60)
  @Field(() => [String], {
    nullable: true,
    description: "States of the credential, any of them; 'US' for the national boards. At most 60.",
  })
  state?: string[] | null

  @Field(() => [CertificationStatus], { nullable: true, description: 'Any of these.' })
  status?: CertificationStatus[] | null

  @AtMost(60)
  @Field(() => [String], { nullable: true, description: 'Ids of credentials, any of them; at most 60.' })
  credential?: string[] | null

  @AtMost(BULK_MOST)
  @Field(() => [GraphQLUUID], { nullable: true, description: 'These certifications; at most 500.' })
  certificationIds?: string[] | null

  @Field(() => GraphQLUUID, { nullable: true })
  peerId?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'The reporting team of the peer.' })
  teamId?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'An agency where the peer works today.' })
  hostAgencyId?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those whose hours no verified rule answers; false: only the others.',
  })
  hoursUnknown?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only those whose latest check at the board's register found them as recorded; false: the others.",
  })
  verified?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that will be short of hours at this pace.',
  })
  atRisk?: boolean | null

  @Field(() => String, {
    nullable: true,
    description: 'Part of a name or of a number; at most 100 characters.',
  })
  search?: string | null
}

@InputType({ description: 'Which peers without a certification; all that are given must hold.' })
export class PeersWithoutCertificationFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name; at most 100 characters.' })
  search?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'The reporting team of the peer.' })
  teamId?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'An agency where the peer works today.' })
  hostAgencyId?: string | null
}

@InputType({ description: 'How the renewals are ordered; without it the most urgent come first.' })
export class RenewalsSort {
  @Field(() => RenewalOrder)
  by!: RenewalOrder

  @Field(() => Boolean, { defaultValue: false })
  descending!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many certifications of one state fit the other filters.',
})
export class StateCount {
  @Field(() => String)
  state!: string

  @Field(() => Int)
  count!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many certifications of one credential fit the other filters.',
})
export class CredentialCount {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'State and abbreviation.' })
  label!: string

  @Field(() => Int)
  count!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many certifications of one team, or of one host agency, fit the other filters.',
})
export class PlaceCount {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => Int)
  count!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many certifications of one status fit the other filters.',
})
export class StatusCount {
  @Field(() => CertificationStatus)
  status!: CertificationStatus

  @Field(() => Int)
  count!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many rows each choice would show, with the other filters as they are.',
})
export class RenewalFacets {
  @Field(() => Int)
  dueWithin30!: number

  @Field(() => Int)
  dueWithin60!: number

  @Field(() => Int)
  dueWithin90!: number

  @Field(() => Int)
  atRisk!: number

  @Field(() => Int)
  hoursUnknown!: number

  @Field(() => Int)
  verified!: number

  @Field(() => Int)
  unverified!: number

  @Field(() => Int, {
    description: 'Peers who hold no certification here, by the filters of name, team and host agency.',
  })
  withoutCertification!: number

  @Field(() => [StateCount], { description: 'Only states that occur.' })
  states!: StateCount[]

  @Field(() => [CredentialCount], { description: 'Only credentials that occur.' })
  credentials!: CredentialCount[]

  @Field(() => [PlaceCount], { description: 'Only teams that occur.' })
  teams!: PlaceCount[]

  @Field(() => [PlaceCount], { description: 'Only agencies that occur.' })
  hostAgencies!: PlaceCount[]

  @Field(() => [StatusCount], { description: 'Only statuses that occur, in order of precedence.' })
  statuses!: StatusCount[]
}

@ObjectType({ simpleResolvers: true, description: 'Certifications of the organization with their status.' })
export class RenewalConnection extends ConnectionTo(CertificationType, 'Renewal') {
  @Field(() => RenewalFacets)
  facets!: RenewalFacets | null
}
