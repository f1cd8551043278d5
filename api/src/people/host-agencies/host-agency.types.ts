import { GraphQLUUID } from 'graphql-scalars'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DeflectionPathway, HostAgencyKind } from '@alongside/shared/people/host-agencies/host-agency-kinds'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { DataSharing } from '../data-sharing/data-sharing.types.ts'

registerEnumType(HostAgencyKind, {
  name: 'HostAgencyKind',
  description: 'What kind of justice or public-safety agency it is.',
})
registerEnumType(DeflectionPathway, {
  name: 'DeflectionPathway',
  description: 'How people come into deflection work; at intercepts 0 and 1 only.',
})
@ObjectType('HostAgencyContact', {
  simpleResolvers: true,
  description: 'Somebody to call at a host agency.',
})
export class HostAgencyContactType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { description: 'What to call about.' })
  purpose!: string

  @Field(() => String, { nullable: true })
  phone!: string | null

  @Field(() => String, { nullable: true })
  email!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'One of a host agency’s own staff: supervises administratively and sees nothing else.',
})
export class HostAgencyStaff {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  displayName!: string

  @Field(() => Boolean, { description: 'Has signed in at least once.' })
  hasJoined!: boolean
}

@ObjectType('HostAgency', {
  simpleResolvers: true,
  description: 'A justice or public-safety agency in which the organization’s peers work.',
})
export class HostAgencyType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => HostAgencyKind)
  kind!: HostAgencyKind

  @Field(() => String, { description: 'Two letters.' })
  state!: string

  @Field(() => Int, { description: 'Sequential intercept, 0 to 5.' })
  sequentialIntercept!: number

  @Field(() => DeflectionPathway, { nullable: true })
  deflectionPathway!: DeflectionPathway | null

  @Field(() => Int, { description: 'Grows with each change; sent back as `expectedRevision`.' })
  revision!: number

  @Field(() => Int, {
    nullable: true,
    description: 'How many peers work there today; null for admins, who see no placements.',
  })
  peersToday!: number | null

  @Field(() => [HostAgencyContactType])
  contacts!: HostAgencyContactType[]

  @Field(() => DataSharing)
  dataSharing!: DataSharing

  @Field(() => [HostAgencyStaff])
  staff!: HostAgencyStaff[]
}

@ObjectType({ description: 'Host agencies by name.' })
export class HostAgencyConnection extends ConnectionTo(HostAgencyType, 'HostAgency') {}
