import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as reminders from './check-in-reminder.service.ts'
import {
  ReminderShown,
  UpdateCheckInReminderInput,
  UpdateCheckInReminderPayload,
} from './check-in-reminder.types.ts'

@Resolver()
export class CheckInReminderResolver {
  @Authorized('self-care.own')
  @Query(() => ReminderShown, { description: 'The reminder that the signed-in person set for themselves.' })
  myCheckInReminder(@Ctx('request') ctx: RequestContext): Promise<ReminderShown> {
    return reminders.myCheckInReminder(ctx)
  }

  @Authorized('self-care.own')
  @Mutation(() => UpdateCheckInReminderPayload, {
    description:
      'Sets the own reminder. It comes as a notification without content, whether the week has a check-in or not.',
  })
  updateCheckInReminder(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateCheckInReminderInput) input: UpdateCheckInReminderInput,
  ): Promise<UpdateCheckInReminderPayload> {
    return reminders.updateCheckInReminder(ctx, input)
  }
}
