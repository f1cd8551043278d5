import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../server/graphql/connection.ts'
import type { StaleRevision } from '../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../server/request-context.ts'
import { PersonConnection } from '../people/person.types.ts'
import * as changes from './drift-changes.types.ts'
import * as flags from './drift-flag.service.ts'
import * as lists from './drift-lists.service.ts'
import { DriftFlagSessionConnection, DriftFlagSessionsArgs } from './steps/flag-step.types.ts'
import * as sessions from './steps/flag-sessions.service.ts'
import * as steps from './drift-steps.service.ts'
import { checkDriftSignals } from './drift-signals.service.ts'
import {
  OwnDriftFlagConnection,
  ReleasedDriftFlagConnection,
  TeamDriftFlagConnection,
  TeamDriftFlagsArgs,
} from './drift.types.ts'

@Resolver()
export class DriftResolver {
  @Authorized('flag.own')
  @Query(() => OwnDriftFlagConnection, {
    description: 'The flags about oneself, newest first; opened or not.',
  })
  myDriftFlags(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<OwnDriftFlagConnection> {
    return lists.myDriftFlags(ctx, page)
  }

  @Authorized('flag.read-team')
  @Query(() => TeamDriftFlagConnection, {
    description:
      'Flags about the peers whom one teaches or supports, newest first: from when the peer opened them, after 7 days at the latest.',
  })
  teamDriftFlags(
    @Ctx('request') ctx: RequestContext,
    @Args(() => TeamDriftFlagsArgs) args: TeamDriftFlagsArgs,
  ): Promise<TeamDriftFlagConnection> {
    return lists.teamDriftFlags(ctx, args)
  }

  @Authorized('flag.work-on')
  @Query(() => DriftFlagSessionConnection, {
    description:
      'The sessions held with the peer of a flag, the latest first, to choose the one in which it was discussed. Of a flag that one cannot work on it is empty.',
  })
  driftFlagSessions(
    @Ctx('request') ctx: RequestContext,
    @Args(() => DriftFlagSessionsArgs) args: DriftFlagSessionsArgs,
  ): Promise<DriftFlagSessionConnection> {
    return sessions.driftFlagSessions(ctx, args)
  }

  @Authorized('flag.read-released')
  @Query(() => ReleasedDriftFlagConnection, {
    description: 'For managers: the flags that peers shared with the organization, newest first.',
  })
  releasedDriftFlags(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ReleasedDriftFlagConnection> {
    return lists.releasedDriftFlags(ctx, page)
  }

  @Authorized('flag.raise-observed')
  @Query(() => PersonConnection, { description: 'The peers whom one teaches or supports today, by name.' })
  observablePeers(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<PersonConnection> {
    return lists.observablePeers(ctx, page)
  }

  @Authorized('flag.own')
  @Mutation(() => changes.CheckDriftSignalsPayload, {
    description:
      'Looks at the own caseload and supervision and raises a flag where a rule fires; can be asked again.',
  })
  checkDriftSignals(@Ctx('request') ctx: RequestContext): Promise<changes.CheckDriftSignalsPayload> {
    return checkDriftSignals(ctx)
  }

  @Authorized('flag.own')
  @Mutation(() => changes.RaiseDriftFlagPayload, {
    description:
      'Raises a flag about oneself; the educational and supportive supervisors, or those of them who were chosen, see it a minute later. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async raiseDriftFlag(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.RaiseDriftFlagInput) input: changes.RaiseDriftFlagInput,
  ): Promise<changes.RaiseDriftFlagPayload> {
    return { driftFlag: await flags.raiseDriftFlag(ctx, input) }
  }

  @Authorized('flag.raise-observed')
  @Mutation(() => changes.RaiseObservedDriftFlagPayload, {
    description:
      'Raises a flag about a peer whom one teaches or supports; the peer sees it first. Errors: BAD_INPUT, NOT_FOUND.',
  })
  raiseObservedDriftFlag(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.RaiseObservedDriftFlagInput) input: changes.RaiseObservedDriftFlagInput,
  ): Promise<changes.RaiseObservedDriftFlagPayload> {
    return flags.raiseObservedDriftFlag(ctx, input)
  }

  @Authorized('flag.own')
  @Mutation(() => changes.OpenDriftFlagPayload, {
    description:
      'Opens a flag about oneself; from then on supervisors who teach or support see it. Errors: NOT_FOUND.',
  })
  async openDriftFlag(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.OpenDriftFlagInput) input: changes.OpenDriftFlagInput,
  ): Promise<changes.OpenDriftFlagPayload> {
    return { driftFlag: await flags.openDriftFlag(ctx, input.driftFlagId) }
  }

  @Authorized('flag.own')
  @Mutation(() => changes.AddDriftFlagResponsePayload, {
    description:
      'Adds how the peer sees a flag about themselves, for good; more can be added later. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async addDriftFlagResponse(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.AddDriftFlagResponseInput) input: changes.AddDriftFlagResponseInput,
  ): Promise<changes.AddDriftFlagResponsePayload> {
    return { driftFlag: await flags.addDriftFlagResponse(ctx, input) }
  }

  @Authorized('flag.own')
  @Mutation(() => changes.ReleaseDriftFlagPayload, {
    description:
      'Shares a flag about oneself with the managers, without its figure; cannot be undone. Errors: NOT_FOUND.',
  })
  async releaseDriftFlag(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.ReleaseDriftFlagInput) input: changes.ReleaseDriftFlagInput,
  ): Promise<changes.ReleaseDriftFlagPayload> {
    return { driftFlag: await flags.releaseDriftFlag(ctx, input) }
  }

  @Authorized('flag.own')
  @Mutation(() => changes.AddDriftFlagReaderPayload, {
    description:
      'Shares a flag about oneself with one of its `readers`, whose supervision may have begun later; it ends with that supervision. Errors: NOT_FOUND.',
  })
  async addDriftFlagReader(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.AddDriftFlagReaderInput) input: changes.AddDriftFlagReaderInput,
  ): Promise<changes.AddDriftFlagReaderPayload> {
    return { driftFlag: await flags.addDriftFlagReader(ctx, input) }
  }

  @Authorized('flag.work-on')
  @Mutation(() => changes.AddDriftFlagStepPayload, {
    description:
      'OPEN → DISCUSSED → PLANNED, by the peer or a supervisor who sees the flag; a plan can become a follow-up. A supervisor proposes the end (PROPOSED_RESOLVED, PROPOSED_NOT_DRIFT); the peer agrees (RESOLVED, NOT_DRIFT) or sees it differently (NOT_AGREED, which stays open), closes without a proposal, and opens a closed flag again (OPEN). The peer is told of each step of a supervisor, and the supervisors who see the flag of each step of the peer. Errors: BAD_INPUT, NOT_FOUND, CONFLICT drift.peer-decides, drift.open-already.',
  })
  addDriftFlagStep(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.AddDriftFlagStepInput) input: changes.AddDriftFlagStepInput,
  ): Promise<changes.DriftFlagStepAdded | StaleRevision> {
    return steps.addDriftFlagStep(ctx, input)
  }
}
