import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './saved-view.service.ts'
import {
  CreateSavedViewInput,
  CreateSavedViewPayload,
  RemoveSavedViewInput,
  RemoveSavedViewPayload,
  RestoreSavedViewInput,
  RestoreSavedViewPayload,
  SavedViewConnection,
  UpdateSavedViewInput,
  UpdateSavedViewPayload,
} from './saved-view.types.ts'

@Resolver()
export class SavedViewResolver {
  @Authorized('certification.views')
  @Query(() => SavedViewConnection, { description: 'The views that the person has saved, in their order.' })
  savedViews(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SavedViewConnection> {
    return service.savedViews(ctx, page)
  }

  @Authorized('certification.views')
  @Mutation(() => CreateSavedViewPayload, {
    description: 'Saves filters under a name. BAD_INPUT for a name that is taken, and for a 21st view.',
  })
  createSavedView(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateSavedViewInput) input: CreateSavedViewInput,
  ): Promise<CreateSavedViewPayload> {
    return service.createSavedView(ctx, input)
  }

  @Authorized('certification.views')
  @Mutation(() => UpdateSavedViewPayload, {
    description: 'Gives a view another name or other filters, or opens the page with it.',
  })
  updateSavedView(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateSavedViewInput) input: UpdateSavedViewInput,
  ): Promise<UpdateSavedViewPayload> {
    return service.updateSavedView(ctx, input)
  }

  @Authorized('certification.views')
  @Mutation(() => RemoveSavedViewPayload, {
    description: 'Removes a view from the list; `restoreSavedView` brings it back.',
  })
  removeSavedView(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemoveSavedViewInput) input: RemoveSavedViewInput,
  ): Promise<RemoveSavedViewPayload> {
    return service.removeSavedView(ctx, input)
  }

  @Authorized('certification.views')
  @Mutation(() => RestoreSavedViewPayload, {
    description: 'Brings back a view that was removed; the same again changes nothing.',
  })
  restoreSavedView(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestoreSavedViewInput) input: RestoreSavedViewInput,
  ): Promise<RestoreSavedViewPayload> {
    return service.restoreSavedView(ctx, input)
  }
}
