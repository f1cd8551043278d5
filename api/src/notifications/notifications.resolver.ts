import { Arg, Args, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import { GraphQLUUID } from 'graphql-scalars'
import { PageArgs } from '../server/graphql/connection.ts'
import type { RequestContext } from '../server/request-context.ts'
import * as notifications from './notifications.service.ts'
import { ChooseNotificationsInput, ChosenMail, NotificationConnection } from './notifications.types.ts'

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
  @Mutation(() => Int, {
    description: 'Marks up to 100 notifications as seen; answers how many are new still.',
  })
  markNotificationsSeen(
    @Ctx('request') ctx: RequestContext,
    @Arg('ids', () => [GraphQLUUID], { description: '1-100.' }) ids: string[],
  ): Promise<number> {
    return notifications.markNotificationsSeen(ctx, ids)
  }

  @Authorized('account.own')
  @Mutation(() => Int, { description: 'Marks every notification as seen; answers how many are new still.' })
  markAllNotificationsSeen(@Ctx('request') ctx: RequestContext): Promise<number> {
    return notifications.markAllNotificationsSeen(ctx)
  }

  @Authorized('account.own')
  @Query(() => ChosenMail, { description: 'How the person signed in wants to hear by mail.' })
  notificationChoice(@Ctx('request') ctx: RequestContext): Promise<ChosenMail> {
    return notifications.notificationChoice(ctx)
  }

  @Authorized('account.own')
  @Mutation(() => ChosenMail, { description: 'Chooses how news comes by mail from now on.' })
  chooseNotifications(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ChooseNotificationsInput) input: ChooseNotificationsInput,
  ): Promise<ChosenMail> {
    return notifications.chooseNotifications(ctx, input)
  }
}
