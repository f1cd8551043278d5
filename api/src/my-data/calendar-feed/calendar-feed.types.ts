import { GraphQLDateTime } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'

@ObjectType('CalendarFeed', {
  simpleResolvers: true,
  description:
    "The own calendar file: sessions, due days and the end of own certifications, for one's calendar program.",
})
export class CalendarFeedShown {
  @Field(() => GraphQLDateTime)
  createdAt!: Date

  @Field(() => Boolean, {
    description: 'Whether titles say with whom. The type of a session is never in them.',
  })
  showsNames!: boolean
}

@InputType()
export class CreateCalendarFeedInput {
  @Field(() => Boolean, { defaultValue: false })
  showsNames!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'The new address. The one before opens nothing any more.' })
export class CreateCalendarFeedPayload {
  @Field(() => CalendarFeedShown)
  calendarFeed!: CalendarFeedShown

  @Field(() => String, { description: 'Shown this once. Whoever has it can read the file.' })
  address!: string
}

@ObjectType({ simpleResolvers: true, description: 'The address opens nothing any more.' })
export class RevokeCalendarFeedPayload {
  @Field(() => Boolean, { description: 'False where there was none.' })
  revoked!: boolean
}
