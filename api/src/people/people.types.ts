import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Role } from '@alongside/shared/people/roles'

registerEnumType(Role, {
  name: 'Role',
  description: 'What a membership may do in its organization; several may be held.',
})

@ObjectType('HelpContact', {
  simpleResolvers: true,
  description: 'Somebody to turn to for help. Opening one is never logged.',
})
export class HelpContactType {
  @Field(() => String)
  label!: string

  @Field(() => String, { nullable: true, description: 'A telephone number as it is dialled.' })
  phone!: string | null

  @Field(() => String, { nullable: true, description: 'An https address.' })
  url!: string | null
}

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
    description: 'Whether the password was given within the last 30 minutes; past check-ins ask for it.',
  })
  passwordConfirmed!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description: 'An organization that the signed-in account belongs to, and what they are there.',
})
export class MyOrganization {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => [Role])
  roles!: Role[]

  @Field(() => Boolean, { description: 'The one that this session is in.' })
  isCurrent!: boolean
}

@ObjectType({ description: 'Signed in; the session is in the cookie.' })
export class SignedIn {
  @Field(() => Me)
  me!: Me

  @Field(() => String, {
    nullable: true,
    description: 'Shown once, at the first sign-in: the way back in without the password.',
  })
  recoveryCode!: string | null
}

@ObjectType({
  description:
    'The address and the password do not go together, or the link is not open. It is not said which.',
})
export class SignInRefused {
  @Field(() => String)
  reason!: string
}

@ObjectType({
  description:
    'Too many tries: 10 in 15 minutes for an address, 50 a day for an account, 5 an hour for recovery.',
})
export class SignInPaused {
  @Field(() => Int, { description: 'Seconds until the next try is looked at.' })
  retryAfterSeconds!: number
}

export const SignInOutcome = createUnionType({
  name: 'SignInOutcome',
  description: 'Signed in, refused, or asked to wait.',
  types: () => [SignedIn, SignInRefused, SignInPaused] as const,
  resolveType: (outcome) => ('me' in outcome ? SignedIn : 'reason' in outcome ? SignInRefused : SignInPaused),
})

@ObjectType({ description: 'A sign-in of the demo organizations; there are none outside demo mode.' })
export class DemoSignIn {
  @Field(() => String)
  email!: string

  @Field(() => String)
  password!: string

  @Field(() => String)
  displayName!: string

  @Field(() => String)
  organizationName!: string

  @Field(() => [Role])
  roles!: Role[]
}

@ObjectType({ description: 'What an open invitation says before it is accepted.' })
export class InvitationPreview {
  @Field(() => String)
  organizationName!: string

  @Field(() => String)
  displayName!: string

  @Field(() => String)
  email!: string

  @Field(() => [Role])
  roles!: Role[]
}

@ObjectType({ description: 'An invitation that was sent; open for 72 hours, for one use.' })
export class SentInvitation {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  email!: string

  @Field(() => String, {
    nullable: true,
    description: 'The one-time link, only where no mail server is set up.',
  })
  link!: string | null

  @Field(() => GraphQLDateTime)
  expiresAt!: Date
}

@InputType()
export class SignInInput {
  @Field(() => String, { description: 'At most 254 characters.' })
  email!: string

  @Field(() => String, { description: 'At most 128 characters.' })
  password!: string
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The token of the one-time link.' })
  token!: string

  @Field(() => String, { description: 'How colleagues see you; 1-80 characters.' })
  displayName!: string

  @Field(() => String, { description: '15-128 characters; with an account already, its password.' })
  password!: string
}

@InputType()
export class RecoverAccountInput {
  @Field(() => String)
  email!: string

  @Field(() => String, { description: 'The code shown at the first sign-in; a new one is shown after use.' })
  recoveryCode!: string

  @Field(() => String, { description: '15-128 characters.' })
  newPassword!: string
}

@InputType()
export class InviteMemberInput {
  @Field(() => String, { description: 'At most 254 characters.' })
  email!: string

  @Field(() => String, { description: '1-80 characters.' })
  displayName!: string

  @Field(() => [Role], { description: 'One to five, none twice.' })
  roles!: Role[]
}
