import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DataSharingState } from '@alongside/shared/people/data-sharing/data-sharing'
import { DeflectionPathway, HostAgencyKind } from '@alongside/shared/people/host-agencies/host-agency-kinds'

registerEnumType(HostAgencyKind, {
  name: 'HostAgencyKind',
  description: 'What kind of justice or public-safety agency it is.',
})
registerEnumType(DeflectionPathway, {
  name: 'DeflectionPathway',
  description: 'How people come into deflection work; at intercepts 0 and 1 only.',
})
registerEnumType(DataSharingState, {
  name: 'DataSharingState',
  description: 'Whether an agreement on sharing data holds today, and for more than 90 days.',
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

@ObjectType('DataSharingAgreement', {
  simpleResolvers: true,
  description: 'The paper under which data is shared with a host agency.',
})
export class DataSharingAgreementType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String, { description: 'How the paper is found in the files.' })
  reference!: string

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null without an end.' })
  endsOn!: string | null
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

  @Field(() => Int, { description: 'To be sent back with a change.' })
  revision!: number

  @Field(() => Int, {
    nullable: true,
    description: 'How many peers work there today; null for admins, who see no placements.',
  })
  peersToday!: number | null

  @Field(() => [HostAgencyContactType])
  contacts!: HostAgencyContactType[]

  @Field(() => [DataSharingAgreementType], { description: 'The latest first.' })
  agreements!: DataSharingAgreementType[]

  @Field(() => DataSharingState)
  dataSharing!: DataSharingState

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Until when data may be shared without a gap; null without an end, or where none holds.',
  })
  dataSharingUntil!: string | null

  @Field(() => [HostAgencyStaff])
  staff!: HostAgencyStaff[]
}

@InputType({ description: 'A host agency as the office states it.' })
export class HostAgencyDetails {
  @Field(() => String, { description: '1-120 characters.' })
  name!: string

  @Field(() => HostAgencyKind)
  kind!: HostAgencyKind

  @Field(() => String, { description: 'A state or territory, two letters.' })
  state!: string

  @Field(() => Int, { description: '0 to 5.' })
  sequentialIntercept!: number

  @Field(() => DeflectionPathway, { nullable: true, description: 'At intercepts 0 and 1 only.' })
  deflectionPathway?: DeflectionPathway | null
}

@InputType({ description: 'Somebody to call; with a phone number, an address, or both.' })
export class HostAgencyContactDetails {
  @Field(() => String, { description: '1-80 characters.' })
  name!: string

  @Field(() => String, { description: 'What to call about; 1-120 characters.' })
  purpose!: string

  @Field(() => String, { nullable: true, description: 'At most 40 characters.' })
  phone?: string | null

  @Field(() => String, { nullable: true })
  email?: string | null
}

@InputType({ description: 'An agreement on sharing data.' })
export class DataSharingDetails {
  @Field(() => String, { description: '1-120 characters.' })
  reference!: string

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; not before the first.' })
  endsOn?: string | null
}
