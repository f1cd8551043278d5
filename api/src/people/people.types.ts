import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { Role } from '@alongside/shared/people/roles'

registerEnumType(Role, {
  name: 'Role',
  description: 'What a membership may do in its organization; several may be held.',
})

@ObjectType('Organization', {
  description: 'The organization that the signed-in person works with; nobody sees another.',
})
export class OrganizationType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { description: 'IANA time zone; calendar dates are dates there.' })
  timeZone!: string
}

@ObjectType({ description: 'The signed-in person in their organization.' })
export class Me {
  @Field(() => GraphQLUUID, { description: 'The account: the same in every organization of the person.' })
  accountId!: string

  @Field(() => GraphQLUUID)
  membershipId!: string

  @Field(() => String)
  displayName!: string

  @Field(() => [Role])
  roles!: Role[]

  @Field(() => Boolean, {
    description: 'Employed by a host agency: gives administrative supervision and sees nothing else.',
  })
  hostAgencyStaff!: boolean

  @Field(() => OrganizationType)
  organization!: OrganizationType

  @Field(() => GraphQLLocalDate, { description: "Today's date in the organization's time zone." })
  today!: string

  @Field(() => Boolean, {
    description:
      'Whether the password was given within the last 30 minutes, 10 on a shared device; past check-ins ask for it.',
  })
  passwordConfirmed!: boolean

  @Field(() => Boolean, {
    description:
      'Signed in on a device that others use too: check-ins, supportive notes and flags ask for the password.',
  })
  isSharedDevice!: boolean
}
