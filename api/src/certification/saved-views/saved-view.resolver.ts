import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './saved-view.service.ts'
import { ChangeViewInput, SavedViewType, SaveViewInput } from './saved-view.types.ts'

@Resolver()
export class SavedViewResolver {
  @Authorized('certification.views')
  @Query(() => [SavedViewType], { description: 'The views that the person has saved, in their order.' })
  savedViews(@Ctx('request') ctx: RequestContext): Promise<SavedViewType[]> {
    return service.savedViews(ctx)
  }

  @Authorized('certification.views')
  @Mutation(() => [SavedViewType], { description: 'Keeps filters under a name; all views come back.' })
  saveView(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SaveViewInput) input: SaveViewInput,
  ): Promise<SavedViewType[]> {
    return service.saveView(ctx, input)
  }

  @Authorized('certification.views')
  @Mutation(() => [SavedViewType], {
    description: 'Gives a view another name or other filters, or opens the page with it.',
  })
  changeView(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ChangeViewInput) input: ChangeViewInput,
  ): Promise<SavedViewType[]> {
    return service.changeView(ctx, input)
  }

  @Authorized('certification.views')
  @Mutation(() => [SavedViewType], {
    description: 'Takes a view out of the list; `restoreView` brings it back.',
  })
  removeView(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<SavedViewType[]> {
    return service.removeView(ctx, id)
  }

  @Authorized('certification.views')
  @Mutation(() => [SavedViewType], { description: 'Brings a view back that was taken out.' })
  restoreView(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<SavedViewType[]> {
    return service.restoreView(ctx, id)
  }
}
