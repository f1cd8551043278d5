import {
  type CheckInReminder as Reminder,
  NO_REMINDER,
  validateReminder,
} from '@alongside/shared/wellness/reminders/check-in-reminder'
import type { DataSource } from 'typeorm'
import { columnsOf, insertOf, ME, NOW } from '../../database/statements.ts'
import { runUnauthenticated } from '../../database/unit-of-work.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { CheckInReminder } from './check-in-reminder.entity.ts'
import type { ReminderShown, UpdateCheckInReminderPayload } from './check-in-reminder.types.ts'

const REMINDER = columnsOf(CheckInReminder, 'r', ['isOn', 'weekday', 'hour'])

export async function myCheckInReminder(ctx: RequestContext): Promise<ReminderShown> {
  const [chosen] = await ctx.unit.run<ReminderShown>(
    `select ${REMINDER} from check_in_reminder r
      where r.organization_id = (select access.organization_id()) and r.owner_id = (select access.membership_id())`,
  )
  return chosen ?? NO_REMINDER
}

export async function updateCheckInReminder(
  ctx: RequestContext,
  { isOn, weekday, hour }: Reminder,
): Promise<UpdateCheckInReminderPayload> {
  const reminder = { isOn, weekday, hour }
  rejectIfInvalid(validateReminder(reminder))
  await ctx.unit.write([
    insertOf(
      CheckInReminder,
      { ownerId: ME, ...reminder, savedAt: NOW },
      {
        onConflict: { of: ['organizationId', 'ownerId'], set: ['isOn', 'weekday', 'hour', 'savedAt'] },
      },
    ),
  ])
  return { reminder }
}

/** Each once on its day, whether there is a check-in or not. */
export async function remindOfCheckIns(database: DataSource, now: Date): Promise<void> {
  await runUnauthenticated(database, 'select access.remind_of_check_ins($1)', [now.toISOString()])
}
