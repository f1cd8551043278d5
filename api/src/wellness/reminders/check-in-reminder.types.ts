import { Field, InputType, Int, ObjectType } from 'type-graphql'

const WEEKDAY = '1 is Monday, 7 is Sunday.'
const HOUR = "The full hour by the organization's clock, 0-23."

@ObjectType('CheckInReminder', {
  simpleResolvers: true,
  description: 'When the signed-in person wants to be reminded. It is off until they turn it on.',
})
export class ReminderShown {
  @Field(() => Boolean)
  isOn!: boolean

  @Field(() => Int, { description: WEEKDAY })
  weekday!: number

  @Field(() => Int, { description: HOUR })
  hour!: number
}

@InputType()
export class UpdateCheckInReminderInput {
  @Field(() => Boolean)
  isOn!: boolean

  @Field(() => Int, { description: WEEKDAY })
  weekday!: number

  @Field(() => Int, { description: HOUR })
  hour!: number
}

@ObjectType({ simpleResolvers: true, description: 'The reminder as it is now.' })
export class UpdateCheckInReminderPayload {
  @Field(() => ReminderShown)
  reminder!: ReminderShown
}
