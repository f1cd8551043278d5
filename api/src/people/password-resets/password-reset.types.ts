import { GraphQLDateTime } from 'graphql-scalars'
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql'
import { unionWithStale } from '../../server/graphql/payload.ts'
import { MemberInput } from '../members/member-changes.types.ts'
import { Member } from '../members/members.types.ts'
import { OnDevice, SignedIn, SignInRefused, wayIn } from '../sign-in/sign-in.types.ts'

@InputType()
export class CreatePasswordResetInput extends MemberInput {}

@ObjectType({
  simpleResolvers: true,
  description:
    'An email with a link for a new password goes to the address of the account, and to nobody else.',
})
export class PasswordResetCreated {
  @Field(() => Member)
  member!: Member

  @Field(() => GraphQLDateTime)
  expiresAt!: Date
}

export const CreatePasswordResetPayload = unionWithStale(
  'CreatePasswordResetPayload',
  'The link that is sent, or that somebody else changed the member first.',
  () => PasswordResetCreated,
)

@ObjectType({ description: 'What an open link for a new password says.' })
export class PasswordResetPreview {
  @Field(() => String)
  email!: string

  @Field(() => String)
  organizationName!: string
}

@InputType()
export class ReplacePasswordInput extends OnDevice {
  @Field(() => String, { description: 'The token of the one-time link.' })
  token!: string

  @Field(() => String, { description: '15-128 characters.' })
  newPassword!: string
}

export const ReplacePasswordPayload = wayIn(
  'ReplacePasswordPayload',
  'Signed in with the new password and a new recovery code, or refused because the link is closed.',
  () => SignedIn,
)

@InputType()
export class OpenPastCheckInsInput {
  @Field(() => String, { description: 'The recovery code from before the password was reset.' })
  recoveryCode!: string
}

@ObjectType({ description: 'What the code had locked is open again.' })
export class PastCheckInsOpened {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'What was saved before this instant is still locked, by a code from further back; else null.',
  })
  lockedBefore!: Date | null
}

export const OpenPastCheckInsPayload = createUnionType({
  name: 'OpenPastCheckInsPayload',
  description: 'Opened, or refused because this is not the code.',
  types: () => [PastCheckInsOpened, SignInRefused] as const,
  resolveType: (outcome) => ('cause' in outcome ? SignInRefused : PastCheckInsOpened),
})
