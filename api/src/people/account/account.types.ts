import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Language, Theme } from '@alongside/shared/people/account/languages'
import { SignInPaused, SignInRefused } from '../people.types.ts'

registerEnumType(Language, { name: 'Language', description: 'English or Spanish.' })
registerEnumType(Theme, {
  name: 'Theme',
  description: 'The colours of the pages; SYSTEM follows the device.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'How the signed-in person likes Alongside; nobody else reads it.',
})
export class OwnPreferences {
  @Field(() => Language, {
    nullable: true,
    description: 'Of pages and mails; null: the device and the organization decide.',
  })
  language!: Language | null

  @Field(() => Theme)
  theme!: Theme

  @Field(() => String, {
    nullable: true,
    description: 'IANA time zone for times of day and quiet hours; null: as the organization.',
  })
  timeZone!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A device on which the own account is signed in.' })
export class SignedInDevice {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String, { nullable: true, description: 'As it calls itself, for example Firefox.' })
  browser!: string | null

  @Field(() => String, { nullable: true, description: 'As it calls itself, for example Android.' })
  system!: string | null

  @Field(() => String, { nullable: true, description: 'The network address of its last use.' })
  address!: string | null

  @Field(() => String, { description: 'The organization that it is signed in to.' })
  organizationName!: string

  @Field(() => GraphQLDateTime)
  signedInAt!: Date

  @Field(() => GraphQLDateTime, { description: 'To the minute.' })
  lastUsedAt!: Date

  @Field(() => Boolean, { description: 'The device that is asking.' })
  isThisOne!: boolean
}

@ObjectType({ description: "The signed-in person's own account." })
export class MyAccount {
  @Field(() => String, { description: 'Where one signs in and gets mail; nobody else can change it.' })
  email!: string

  @Field(() => OwnPreferences)
  preferences!: OwnPreferences

  @Field(() => [SignedInDevice], {
    description: 'In every organization of the account, this one first, then the last used; at most 100.',
  })
  devices!: SignedInDevice[]
}

@InputType({ description: 'What is left out stays as it is.' })
export class OwnPreferencesInput {
  @Field(() => Language, { nullable: true, description: 'Null: the device and the organization decide.' })
  language?: Language | null

  @Field(() => Theme, { nullable: true, description: 'Null: SYSTEM.' })
  theme?: Theme | null

  @Field(() => String, { nullable: true, description: 'IANA time zone; null: as the organization.' })
  timeZone?: string | null
}

@InputType()
export class ChangeOwnPasswordInput {
  @Field(() => String)
  currentPassword!: string

  @Field(() => String, { description: '15-128 characters.' })
  newPassword!: string
}

@ObjectType({ description: 'The new password counts; this device stays signed in.' })
export class OwnPasswordChanged {
  @Field(() => Int, { description: 'How many other devices were signed out.' })
  endedSessions!: number
}

export const OwnPasswordOutcome = createUnionType({
  name: 'OwnPasswordOutcome',
  description: 'Changed, refused because the current password is another one, or asked to wait.',
  types: () => [OwnPasswordChanged, SignInRefused, SignInPaused] as const,
  resolveType: (outcome) =>
    'endedSessions' in outcome ? OwnPasswordChanged : 'reason' in outcome ? SignInRefused : SignInPaused,
})
