import { GraphQLUUID } from 'graphql-scalars'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { HostAgencyContact } from './host-agency-contact.entity.ts'
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
/** What the API shows of it. */
export type HostAgencyContactShown = Pick<HostAgencyContact, 'id' | 'name' | 'purpose' | 'phone' | 'email'>

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

  @Field(() => [HostAgencyContact])
  contacts!: HostAgencyContactShown[]

  @Field(() => DataSharing)
  dataSharing!: DataSharing

  @Field(() => [HostAgencyStaff])
  staff!: HostAgencyStaff[]
}

@ObjectType({ description: 'Host agencies by name.' })
export class HostAgencyConnection extends ConnectionTo(HostAgencyType, 'HostAgency') {}
