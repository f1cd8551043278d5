import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { NotificationOfMine } from '../../notifications/notifications.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { RemindedSession } from './reminded-session.types.ts'
import * as service from './reminded-sessions.service.ts'

@Resolver(() => NotificationOfMine)
export class RemindedSessionResolver {
  @FieldResolver(() => [RemindedSession], {
    description:
      'The sessions of supervision that it is about, as its reader may see them today; at most 10. Empty where it is about none, or where all of it is done.',
  })
  sessions(
    @Ctx('request') ctx: RequestContext,
    @Root() notification: NotificationOfMine,
  ): Promise<RemindedSession[]> {
    return service.remindedSessions(ctx, notification)
  }
}
