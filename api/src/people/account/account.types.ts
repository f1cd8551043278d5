import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Language, Theme } from '@alongside/shared/people/account/languages'
import { Me } from '../people.types.ts'
import { wayIn } from '../sign-in/sign-in.types.ts'

registerEnumType(Language, { name: 'Language', description: 'English or Spanish.' })
registerEnumType(Theme, {
  name: 'Theme',
  description: 'The colours of the pages; SYSTEM follows the device.',
})

@ObjectType({
  description: 'Of somebody whose last day is known: until when they can take their data along.',
})
export class OwnDeparture {
  @Field(() => GraphQLLocalDate)
  lastDay!: string

  @Field(() => GraphQLLocalDate, { description: 'The last day on which the own data can be taken along.' })
  dataUntil!: string

  @Field(() => GraphQLLocalDate, {
    description: 'The day on which check-ins and other private data are erased.',
  })
  erasedOn!: string
}

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

  @Field(() => Boolean, { description: 'Signed in as a device that others use too.' })
  isShared!: boolean

  @Field(() => Boolean, { description: 'The device that is asking.' })
  isThisOne!: boolean
}

@ObjectType({ description: "The signed-in person's own account." })
export class MyAccount {
  @Field(() => String, { description: 'Where one signs in and gets mail; nobody else can change it.' })
  email!: string

  @Field(() => OwnPreferences)
  preferences!: OwnPreferences

  @Field(() => OwnDeparture, { nullable: true, description: 'Null while no last day is known.' })
  departure!: OwnDeparture | null

  @Field(() => [SignedInDevice], {
    description: 'In every organization of the account, this one first, then the last used; at most 100.',
  })
  devices!: SignedInDevice[]
}

@InputType()
export class UpdateOwnNameInput {
  @Field(() => String, { description: '1-80 characters.' })
  name!: string
}

@ObjectType({ simpleResolvers: true, description: 'The signed-in person with the new name.' })
export class UpdateOwnNamePayload {
  @Field(() => Me)
  me!: Me
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateOwnPreferencesInput {
  @Field(() => Language, { nullable: true, description: 'Null: the device and the organization decide.' })
  language?: Language | null

  @Field(() => Theme, { nullable: true, description: 'Null: SYSTEM.' })
  theme?: Theme | null

  @Field(() => String, { nullable: true, description: 'IANA time zone; null: as the organization.' })
  timeZone?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The preferences as they are kept.' })
export class UpdateOwnPreferencesPayload {
  @Field(() => OwnPreferences)
  preferences!: OwnPreferences
}

@InputType()
export class UpdateOwnPasswordInput {
  @Field(() => String)
  currentPassword!: string

  @Field(() => String, { description: '15-128 characters.' })
  newPassword!: string
}

@ObjectType({ description: 'The new password counts; this device stays signed in.' })
export class OwnPasswordUpdated {
  @Field(() => Int, { description: 'How many other devices were signed out.' })
  endedSessions!: number

  @Field(() => Int, { description: 'How many API tokens of this person were revoked.' })
  revokedTokens!: number
}

@InputType()
export class EndOwnSessionInput {
  @Field(() => GraphQLUUID, { description: 'The id of a signed-in device.' })
  sessionId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The device is signed out.' })
export class EndOwnSessionPayload {
  @Field(() => GraphQLUUID)
  sessionId!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'A new recovery code; the one before opens nothing any more.',
})
export class CreateRecoveryCodePayload {
  @Field(() => String, { description: 'Shown this once: only its hash is kept.' })
  recoveryCode!: string
}

export const UpdateOwnPasswordPayload = wayIn(
  'UpdateOwnPasswordPayload',
  'Changed, refused because the current password is another one, or asked to wait.',
  () => OwnPasswordUpdated,
)
