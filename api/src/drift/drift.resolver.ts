import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { GraphQLUUID } from 'graphql-scalars'
import { PageArgs } from '../server/graphql/connection.ts'
import type { RequestContext } from '../server/request-context.ts'
import * as flags from './drift-flag.service.ts'
import * as lists from './drift-lists.service.ts'
import { lookForDriftSignals } from './drift-signals.service.ts'
import {
  DriftFlagMoved,
  DriftFlagOfMine,
  DriftFlagOfMineConnection,
  DriftFlagOfTeamConnection,
  DriftFlagReleasedConnection,
  DriftFlagStepInput,
  DriftLook,
  ObservedFlagRaised,
  RaiseDriftFlagInput,
  RaiseObservedDriftFlagInput,
  ReleaseAs,
} from './drift.types.ts'
import { Person } from '../people/person.types.ts'

@Resolver()
export class DriftResolver {
  @Authorized('flag.own')
  @Query(() => DriftFlagOfMineConnection, {
    description: 'The flags about oneself, newest first; opened or not.',
  })
  myDriftFlags(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<DriftFlagOfMineConnection> {
    return lists.myDriftFlags(ctx, page)
  }

  @Authorized('flag.read-team')
  @Query(() => DriftFlagOfTeamConnection, {
    description:
      'Flags about the peers whom one teaches or supports, newest first: from when the peer opened them, after 7 days at the latest.',
  })
  teamDriftFlags(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<DriftFlagOfTeamConnection> {
    return lists.teamDriftFlags(ctx, page)
  }

  @Authorized('flag.read-released')
  @Query(() => DriftFlagReleasedConnection, {
    description: 'For managers: the flags that peers shared with the organization, newest first.',
  })
  releasedDriftFlags(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<DriftFlagReleasedConnection> {
    return lists.releasedDriftFlags(ctx, page)
  }

  @Authorized('flag.raise-observed')
  @Query(() => [Person], {
    description: 'The peers whom one teaches or supports today, by name; at most 100.',
  })
  observablePeers(@Ctx('request') ctx: RequestContext): Promise<Person[]> {
    return lists.observablePeers(ctx)
  }

  @Authorized('flag.own')
  @Mutation(() => DriftLook, {
    description:
      'Looks at the own caseload and supervision and raises a flag where a rule fires; can be asked again.',
  })
  lookForDriftSignals(@Ctx('request') ctx: RequestContext): Promise<DriftLook> {
    return lookForDriftSignals(ctx)
  }

  @Authorized('flag.own')
  @Mutation(() => DriftFlagOfMine, {
    description:
      'Raises a flag about oneself; the educational and supportive supervisors see it at once. Errors: BAD_INPUT.',
  })
  raiseDriftFlag(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RaiseDriftFlagInput) input: RaiseDriftFlagInput,
  ): Promise<DriftFlagOfMine> {
    return flags.raiseDriftFlag(ctx, input)
  }

  @Authorized('flag.raise-observed')
  @Mutation(() => ObservedFlagRaised, {
    description:
      'Raises a flag about a peer whom one teaches or supports; the peer sees it first. Errors: BAD_INPUT, NOT_FOUND.',
  })
  raiseObservedDriftFlag(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RaiseObservedDriftFlagInput) input: RaiseObservedDriftFlagInput,
  ): Promise<ObservedFlagRaised> {
    return flags.raiseObservedDriftFlag(ctx, input)
  }

  @Authorized('flag.own')
  @Mutation(() => DriftFlagOfMine, {
    description:
      'Opens a flag about oneself; from then on supervisors who teach or support see it. Errors: NOT_FOUND.',
  })
  openDriftFlag(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<DriftFlagOfMine> {
    return flags.openDriftFlag(ctx, id)
  }

  @Authorized('flag.own')
  @Mutation(() => DriftFlagOfMine, {
    description:
      'Puts the own view beside a flag, for good; more can be added later. Errors: BAD_INPUT, NOT_FOUND.',
  })
  addOwnView(
    @Ctx('request') ctx: RequestContext,
    @Arg('flagId', () => GraphQLUUID) flagId: string,
    @Arg('text', () => String, { description: '1-2000 characters.' }) text: string,
  ): Promise<DriftFlagOfMine> {
    return flags.addOwnView(ctx, flagId, text)
  }

  @Authorized('flag.own')
  @Mutation(() => DriftFlagOfMine, {
    description:
      'Shares a flag about oneself with the managers, without its figure; cannot be undone. Errors: NOT_FOUND.',
  })
  releaseDriftFlag(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
    @Arg('as', () => ReleaseAs) as: ReleaseAs,
  ): Promise<DriftFlagOfMine> {
    return flags.releaseDriftFlag(ctx, id, as)
  }

  @Authorized('flag.work-on')
  @Mutation(() => DriftFlagMoved, {
    description:
      'OPEN → DISCUSSED → PLANNED → RESOLVED, or NOT_DRIFT; by the peer or a supervisor who sees the flag. Errors: BAD_INPUT, NOT_FOUND, CONFLICT.',
  })
  takeDriftFlagStep(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => DriftFlagStepInput) input: DriftFlagStepInput,
  ): Promise<DriftFlagMoved> {
    return flags.takeDriftFlagStep(ctx, input)
  }
}
