import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Int, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as employment from './employment.service.ts'

const REVISION = 'As last read; another number answers CONFLICT.'

@Resolver()
export class EmploymentResolver {
  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, { description: 'Puts a peer into a team, or out of any.' })
  placeInTeam(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
    @Arg('teamId', () => GraphQLUUID, { nullable: true }) teamId?: string,
  ): Promise<string> {
    return employment.placeInTeam(ctx, peerId, teamId ?? null, revision)
  }

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description:
      'The last day here: placements and supervision end with it, sign-in the day after. The last admin stays (CONFLICT).',
  })
  recordLeaving(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Arg('leavesOn', () => GraphQLLocalDate, { description: 'At most 92 days back and two years ahead.' })
    leavesOn: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
  ): Promise<string> {
    return employment.recordLeaving(ctx, peerId, leavesOn, revision)
  }

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description: 'Takes a leaving back, until its day; everything ends as it would have.',
  })
  undoLeaving(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
  ): Promise<string> {
    return employment.undoLeaving(ctx, peerId, revision)
  }

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description:
      'Takes somebody back who has left (else CONFLICT): they may sign in anew from that day on. What ended stays ended.',
  })
  recordReturn(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Arg('returnsOn', () => GraphQLLocalDate, {
      description: 'The first day back, after the last day: at most 92 days back and two years ahead.',
    })
    returnsOn: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
  ): Promise<string> {
    return employment.recordReturn(ctx, peerId, returnsOn, revision)
  }

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description: 'Takes the first day back away again, until it has come (then CONFLICT).',
  })
  undoReturn(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
  ): Promise<string> {
    return employment.undoReturn(ctx, peerId, revision)
  }
}
