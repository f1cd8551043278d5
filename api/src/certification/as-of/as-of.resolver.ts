import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { CertificationType } from '../renewals/certification.types.ts'
import * as service from './as-of.service.ts'
import { CertifiedOnDayType } from './as-of.types.ts'

const dayArg = () => Arg('day', () => GraphQLLocalDate, { description: 'Today or before.' })
const asKnownThenArg = () =>
  Arg('asKnownThen', () => Boolean, {
    defaultValue: false,
    description: 'True: only what had been recorded by the end of that day.',
  })

@Resolver()
export class OnADayResolver {
  @Authorized('certification.read')
  @Query(() => CertifiedOnDayType, {
    description:
      'Whether a peer was certified, and supervised, on a day of service. Unknown ids answer NOT_FOUND.',
  })
  certifiedOn(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @dayArg() day: string,
    @asKnownThenArg() asKnownThen: boolean,
  ): Promise<CertifiedOnDayType> {
    return service.certifiedOnDay(ctx, peerId, day, asKnownThen)
  }

  @Authorized('certification.read')
  @Query(() => CertificationType, {
    nullable: true,
    description:
      'One certification as it stood on a past day; null where nothing of it had been recorded by then.',
  })
  certificationAsOf(
    @Ctx('request') ctx: RequestContext,
    @Arg('certificationId', () => GraphQLUUID) certificationId: string,
    @dayArg() day: string,
    @asKnownThenArg() asKnownThen: boolean,
  ): Promise<CertificationType | null> {
    return service.certificationAsOf(ctx, certificationId, day, asKnownThen)
  }
}
