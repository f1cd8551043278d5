import { GraphQLLocalDate } from 'graphql-scalars'
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { isAboutCertification } from '@alongside/shared/notifications/notification-kinds'
import { NotificationOfMine } from '../../notifications/notifications.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { CertificationType } from '../renewals/certification.types.ts'
import * as service from './reminders.service.ts'
import { SetRenewalPauseInput, SetRenewalPausePayload } from './reminders.types.ts'

@Resolver(() => NotificationOfMine)
export class NotificationSubjectResolver {
  @FieldResolver(() => [CertificationType], {
    description: 'The certification that it is about: one, or none where it is about none that one may see.',
  })
  async certifications(
    @Ctx('request') ctx: RequestContext,
    @Root() { kind, subjectId }: NotificationOfMine,
  ): Promise<CertificationType[]> {
    if (subjectId === null || !isAboutCertification(kind)) return []
    const found = await service.certificationOf(ctx, subjectId)
    return found ? [found] : []
  }
}

@Resolver(() => CertificationType)
export class RemindersResolver {
  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Until when its holder has paused reminders: for themselves alone, null for everybody else.',
  })
  remindersPausedUntil(
    @Ctx('request') ctx: RequestContext,
    @Root() { id }: CertificationType,
  ): Promise<string | null> {
    return service.pausedUntil(ctx, id)
  }

  @Authorized('certification.own')
  @Mutation(() => SetRenewalPausePayload, {
    description: 'The holder pauses the reminders of one certification. Others are reminded all the same.',
  })
  setRenewalPause(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SetRenewalPauseInput) input: SetRenewalPauseInput,
  ): Promise<SetRenewalPausePayload> {
    return service.setRenewalPause(ctx, input)
  }
}
