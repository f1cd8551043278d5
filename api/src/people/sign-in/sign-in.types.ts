import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import {
  type ClassType,
  createUnionType,
  Field,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql'
import { Role } from '@alongside/shared/people/roles'
import { DeviceKind } from '@alongside/shared/people/sign-in/device-kinds'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { Me } from '../people.types.ts'

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

export const SignInRefusal = {
  NO_MATCH: 'NO_MATCH',
  LINK_CLOSED: 'LINK_CLOSED',
  OTHER_PASSWORD: 'OTHER_PASSWORD',
  PASSWORD_NOT_ACCEPTED: 'PASSWORD_NOT_ACCEPTED',
} as const
export type SignInRefusal = (typeof SignInRefusal)[keyof typeof SignInRefusal]
registerEnumType(SignInRefusal, {
  name: 'SignInRefusal',
  description:
    'NO_MATCH: what was given does not go together. LINK_CLOSED: used, revoked, expired or unknown. OTHER_PASSWORD: the address has an account with another password; said only to whoever opened the link from an email to it. PASSWORD_NOT_ACCEPTED: another password than that of the account, or one that cannot be chosen; it is not said which.',
})

@ObjectType({ description: 'The way in stayed closed.' })
export class SignInRefused {
  @Field(() => String)
  reason!: string

  @Field(() => SignInRefusal)
  cause!: SignInRefusal
}

@ObjectType({
  description:
    'Too many failed tries: 10 in 15 minutes on a device that the account knows, 5 in 5 minutes on all others, 100 in 15 minutes from one network.',
})
export class SignInPaused {
  @Field(() => Int, { description: 'Seconds until the next try is looked at.' })
  retryAfterSeconds!: number
}

/** The payload of a way in: what opened, or that it stayed closed. */
export function wayIn<Opened extends object>(
  name: string,
  description: string,
  opened: () => ClassType<Opened>,
) {
  return createUnionType({
    name,
    description,
    types: () => [opened(), SignInRefused, SignInPaused] as const,
    resolveType: (outcome) =>
      'reason' in outcome ? SignInRefused : 'retryAfterSeconds' in outcome ? SignInPaused : opened(),
  })
}

@ObjectType({
  description:
    'The password is right, and the last day is over: nothing opens but the own data, for 30 days.',
})
export class AccessEnded {
  @Field(() => String)
  organizationName!: string

  @Field(() => GraphQLLocalDate)
  lastDay!: string

  @Field(() => GraphQLLocalDate, { description: 'The last day on which the own data can be taken along.' })
  dataUntil!: string

  @Field(() => String, {
    nullable: true,
    description: 'For `POST /my-data/after-leaving`, for 30 minutes; null once the days are over.',
  })
  pass!: string | null

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When private data was erased; null: not yet.',
  })
  erasedAt!: Date | null
}

export const SignInPayload = createUnionType({
  name: 'SignInPayload',
  description: 'Signed in, left already, refused, or asked to wait.',
  types: () => [SignedIn, AccessEnded, SignInRefused, SignInPaused] as const,
  resolveType: (outcome) => {
    if ('lastDay' in outcome) return AccessEnded
    return 'reason' in outcome ? SignInRefused : 'retryAfterSeconds' in outcome ? SignInPaused : SignedIn
  },
})

export const AcceptInvitationPayload = wayIn(
  'AcceptInvitationPayload',
  'Joined and signed in, refused, or asked to wait.',
  () => SignedIn,
)

export const RecoverAccountPayload = wayIn(
  'RecoverAccountPayload',
  'Signed in with the new password, refused, or asked to wait.',
  () => SignedIn,
)

registerEnumType(DeviceKind, {
  name: 'DeviceKind',
  description:
    "OWN: a device of one's own. SHARED: others use it too; the session is short and ends with the browser.",
})

/** Every way in says whose device it is. */
@InputType()
export abstract class OnDevice {
  @Field(() => DeviceKind, {
    defaultValue: DeviceKind.SHARED,
    description: 'Whose device this is. On a shared one: 15 minutes idle, 12 hours at most.',
  })
  device!: DeviceKind
}

@InputType()
export class ConfirmPasswordInput {
  @Field(() => String)
  password!: string
}

@ObjectType({ description: 'The password was right.' })
export class PasswordConfirmed {
  @Field(() => Me)
  me!: Me
}

export const ConfirmPasswordPayload = wayIn(
  'ConfirmPasswordPayload',
  'Confirmed, refused because the password is another one, or asked to wait.',
  () => PasswordConfirmed,
)

@InputType()
export class SignInInput extends OnDevice {
  @Field(() => String, { description: 'At most 254 characters.' })
  email!: string

  @Field(() => String, { description: 'At most 128 characters.' })
  password!: string
}

@InputType()
export class RecoverAccountInput extends OnDevice {
  @Field(() => String)
  email!: string

  @Field(() => String, { description: 'The code shown at the first sign-in; a new one is shown after use.' })
  recoveryCode!: string

  @Field(() => String, { description: '15-128 characters.' })
  newPassword!: string
}

@ObjectType({ description: 'The session is over; the cookie is taken back.' })
export class SignOutPayload {
  @Field(() => Boolean, { description: 'Always true, also where nobody was signed in.' })
  signedOut!: boolean
}

@ObjectType({ description: 'Every session of the account is over.' })
export class SignOutEverywherePayload {
  @Field(() => Int, { description: 'How many sessions ended, this one too.' })
  endedSessions!: number

  @Field(() => Int, { description: 'How many API tokens of this person were revoked.' })
  revokedTokens!: number
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

@ObjectType({ description: 'Organizations by name.' })
export class MyOrganizationConnection extends ConnectionTo(MyOrganization, 'MyOrganization') {}

@InputType()
export class SwitchOrganizationInput {
  @Field(() => GraphQLUUID)
  organizationId!: string
}

@ObjectType({ description: 'The person in the other organization, with a new session.' })
export class SwitchOrganizationPayload {
  @Field(() => Me)
  me!: Me
}

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
