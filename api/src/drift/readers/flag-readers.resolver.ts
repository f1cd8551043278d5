import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { undoDriftFlag } from './flag-readers.service.ts'
import { UndoDriftFlagInput, UndoDriftFlagPayload } from './flag-readers.types.ts'

@Resolver()
export class FlagReadersResolver {
  @Authorized('flag.own')
  @Mutation(() => UndoDriftFlagPayload, {
    description:
      'Makes a flag that one raised a draft again, within the minute in which nobody else sees it. Errors: NOT_FOUND, CONFLICT drift.seen-already, also where a step, a second view or the managers keep it.',
  })
  undoDriftFlag(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UndoDriftFlagInput) input: UndoDriftFlagInput,
  ): Promise<UndoDriftFlagPayload> {
    return undoDriftFlag(ctx, input)
  }
}
