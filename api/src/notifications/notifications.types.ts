import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { AtMost } from '../server/operations/input-limits.ts'
import { MailChoice } from '@alongside/shared/notifications/mail-timing'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { ConnectionTo } from '../server/graphql/connection.ts'

registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What there is something new about.',
})
registerEnumType(MailChoice, {
  name: 'MailChoice',
  description: 'How news comes by mail: at once, in one mail a day, or not at all.',
})

@ObjectType('Notification', {
  simpleResolvers: true,
  description:
    'That there is something new for the person signed in. It has no content: that is read where it belongs.',
})
export class NotificationOfMine {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => NotificationKind)
  kind!: NotificationKind

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'What it is about, where that has a page of its own.',
  })
  subjectId!: string | null

  @Field(() => String, {
    description:
      'In the app alone, never in an email: who logged the session, or added to what the two prepare. Empty where the reader may not know it, or it is from nobody in particular.',
  })
  fromName!: string

  @Field(() => GraphQLDateTime)
  createdAt!: Date

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Null while it is new.' })
  seenAt!: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'What somebody was told of, newest first.' })
export class NotificationConnection extends ConnectionTo(NotificationOfMine, 'Notification') {}

const TIME = 'HH:MM of the own clock.'

@ObjectType({
  simpleResolvers: true,
  description:
    'How the person signed in wants to hear by mail. In the app everything is listed, whatever the choice.',
})
export class NotificationSettings {
  @Field(() => MailChoice)
  mail!: MailChoice

  @Field(() => Int, { description: 'The full hour of the daily mail on the own clock, 0-23.' })
  digestHour!: number

  @Field(() => String, { description: `No mail comes from this time on. ${TIME}` })
  quietFrom!: string

  @Field(() => String, {
    description: `Until this time; what waited comes then, in one mail. The same time twice: always open. ${TIME}`,
  })
  quietUntil!: string
}

@InputType({
  description: 'How mail is to come from now on; what waits for its mail already keeps its time.',
})
export class UpdateNotificationSettingsInput {
  @Field(() => MailChoice)
  mail!: MailChoice

  @Field(() => Int, { description: '0-23.' })
  digestHour!: number

  @Field(() => String, { description: TIME })
  quietFrom!: string

  @Field(() => String, { description: TIME })
  quietUntil!: string
}

@ObjectType({ simpleResolvers: true, description: 'The settings as they are kept.' })
export class UpdateNotificationSettingsPayload {
  @Field(() => NotificationSettings)
  settings!: NotificationSettings
}

@InputType()
export class MarkNotificationsSeenInput {
  @AtMost(100)
  @Field(() => [GraphQLUUID], { description: '1-100; unknown ones change nothing.' })
  notificationIds!: string[]
}

@ObjectType({ simpleResolvers: true })
abstract class NotificationsSeen {
  @Field(() => Int, { description: 'How many notifications are new still.' })
  unseenCount!: number
}

@ObjectType({ simpleResolvers: true, description: 'These notifications count as seen.' })
export class MarkNotificationsSeenPayload extends NotificationsSeen {}

@ObjectType({ simpleResolvers: true, description: 'Every notification counts as seen.' })
export class MarkAllNotificationsSeenPayload extends NotificationsSeen {}
