import { Arg, Args, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../server/graphql/connection.ts'
import type { RequestContext } from '../server/request-context.ts'
import * as notifications from './notifications.service.ts'
import {
  MarkAllNotificationsSeenPayload,
  MarkNotificationsSeenInput,
  MarkNotificationsSeenPayload,
  NotificationConnection,
  NotificationSettings,
  UpdateNotificationSettingsInput,
  UpdateNotificationSettingsPayload,
} from './notifications.types.ts'

@Resolver()
export class NotificationsResolver {
  @Authorized('account.own')
  @Query(() => NotificationConnection, {
    description: 'What the person signed in was told of, newest first.',
  })
  notifications(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<NotificationConnection> {
    return notifications.myNotifications(ctx, page)
  }

  @Authorized('account.own')
  @Query(() => Int, { description: 'How many notifications are new.' })
  unseenNotificationCount(@Ctx('request') ctx: RequestContext): Promise<number> {
    return notifications.unseenNotificationCount(ctx)
  }

  @Authorized('account.own')
  @Mutation(() => MarkNotificationsSeenPayload, { description: 'Marks up to 100 notifications as seen.' })
  markNotificationsSeen(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => MarkNotificationsSeenInput) input: MarkNotificationsSeenInput,
  ): Promise<MarkNotificationsSeenPayload> {
    return notifications.markNotificationsSeen(ctx, input)
  }

  @Authorized('account.own')
  @Mutation(() => MarkAllNotificationsSeenPayload, { description: 'Marks every notification as seen.' })
  markAllNotificationsSeen(@Ctx('request') ctx: RequestContext): Promise<MarkAllNotificationsSeenPayload> {
    return notifications.markAllNotificationsSeen(ctx)
  }

  @Authorized('account.own')
  @Query(() => NotificationSettings, { description: 'How the person signed in wants to hear by mail.' })
  notificationSettings(@Ctx('request') ctx: RequestContext): Promise<NotificationSettings> {
    return notifications.notificationSettings(ctx)
  }

  @Authorized('account.own')
  @Mutation(() => UpdateNotificationSettingsPayload, {
    description: 'Chooses how notifications come by mail from now on.',
  })
  updateNotificationSettings(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateNotificationSettingsInput) input: UpdateNotificationSettingsInput,
  ): Promise<UpdateNotificationSettingsPayload> {
    return notifications.updateNotificationSettings(ctx, input)
  }
}
