import { RoleAnswer, RoleSide } from '@alongside/shared/drift/role-agreement/role-agreement'
import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { NamedPlace } from '../../people/named-place.types.ts'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { HouseRulesShown } from '../house-rules/house-rules.types.ts'

registerEnumType(RoleSide, {
  name: 'RoleSide',
  description: 'Who answers a role worksheet, and who accepts a role agreement.',
})
registerEnumType(RoleAnswer, {
  name: 'RoleAnswer',
  description: 'What a role agreement says about an activity. What it does not name is not answered.',
})

@ObjectType('RoleAgreementLine', {
  simpleResolvers: true,
  description: 'What was agreed on about one activity.',
})
export class RoleAgreementLine {
  @Field(() => String, { description: 'The key of a `RoleActivity`.' })
  activity!: string

  @Field(() => RoleAnswer)
  answer!: Exclude<RoleAnswer, 'NOT_ANSWERED'>

  @Field(() => String, { nullable: true, description: 'Who does it instead, by job.' })
  doneBy!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'That one side accepted.' })
export class RoleAcceptance {
  @Field(() => RoleSide)
  side!: RoleSide

  @Field(() => Person)
  person!: Person

  @Field(() => String, {
    nullable: true,
    description: 'Who at the agency agreed, where a manager accepted in their name.',
  })
  onBehalfOf!: string | null

  @Field(() => GraphQLDateTime)
  acceptedAt!: Date
}

@ObjectType('RoleAgreement', {
  simpleResolvers: true,
  description: 'A version of what is, and is not, the work of a peer in a placement. It is never edited.',
})
export class RoleAgreementShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => GraphQLLocalDate, { description: 'The first day that was proposed.' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day on which it counts; null until all three sides have accepted.',
  })
  inForceFrom!: string | null

  @Field(() => [RoleAgreementLine])
  lines!: RoleAgreementLine[]

  @Field(() => Person)
  proposedBy!: Person

  @Field(() => [RoleAcceptance], { description: 'At most one of each side.' })
  acceptances!: RoleAcceptance[]
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The role agreement of one placement: for the peer, their supervisors, managers and auditors; of an admin, nothing.',
})
export class PlacementRole {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => NamedPlace)
  hostAgency!: NamedPlace

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether participants are ordered to take part. Peer support is voluntary. Null where nobody has said.',
  })
  isParticipationOrdered!: boolean | null

  @Field(() => RoleSide, {
    nullable: true,
    description: 'For whom the caller answers and accepts, if at all.',
  })
  mySide!: RoleSide | null

  @Field(() => Boolean, { description: 'Whether the caller names who at the agency answered or agreed.' })
  answersInName!: boolean

  @Field(() => Boolean, { description: 'Whether the caller can propose and withdraw versions.' })
  canPropose!: boolean

  @Field(() => Boolean, { description: 'Whether the caller can write the house rules.' })
  canWriteHouseRules!: boolean

  @Field(() => HouseRulesShown, {
    nullable: true,
    description: 'The latest ones; null where nobody wrote any.',
  })
  houseRules!: HouseRulesShown | null

  @Field(() => RoleAgreementShown, { nullable: true, description: 'The version that counts today.' })
  inForce!: RoleAgreementShown | null

  @Field(() => RoleAgreementShown, {
    nullable: true,
    description: 'The version that waits: for a side to accept it, or for its first day.',
  })
  next!: RoleAgreementShown | null

  @Field(() => [RoleAgreementShown], {
    description: 'Those that no longer count, the latest first; at most 20.',
  })
  earlier!: RoleAgreementShown[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'A placement that the caller is concerned with, and how far its role agreement has come.',
})
export class PlacementRoleSummary {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => NamedPlace)
  hostAgency!: NamedPlace

  @Field(() => Int, { nullable: true, description: 'The version that counts today.' })
  version!: number | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of the version that counts today.',
  })
  inForceFrom!: string | null

  @Field(() => Boolean, { description: 'Whether a version waits for a side to accept it.' })
  isProposed!: boolean

  @Field(() => Boolean, { description: 'Whether it waits for the caller.' })
  waitsForMe!: boolean
}

@ObjectType({ description: 'Placements that count today or later, by the name of the peer.' })
export class PlacementRoleConnection extends ConnectionTo(PlacementRoleSummary, 'PlacementRole') {}
