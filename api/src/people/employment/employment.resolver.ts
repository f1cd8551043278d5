import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as employment from './employment.service.ts'
import {
  AssignTeamInput,
  AssignTeamPayload,
  CancelDepartureInput,
  CancelDeparturePayload,
  CancelRehireInput,
  CancelRehirePayload,
  EndEmploymentInput,
  EndEmploymentPayload,
  RehirePeerInput,
  RehirePeerPayload,
} from './employment.types.ts'

@Resolver()
export class EmploymentResolver {
  @Authorized('people.manage')
  @Mutation(() => AssignTeamPayload, { description: 'Puts a peer into a team, or out of any.' })
  assignTeam(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AssignTeamInput) input: AssignTeamInput,
  ) {
    return employment.assignTeam(ctx, input)
  }

  @Authorized('people.manage')
  @Mutation(() => EndEmploymentPayload, {
    description:
      'Records the last day: placements and supervision end with it, sign-in stops the day after. CONFLICT people.employment.left-already, people.employment.last-admin, people.employment.days-taken. CONFIRM_PASSWORD where the password was not given within ten minutes.',
  })
  endEmployment(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => EndEmploymentInput) input: EndEmploymentInput,
  ) {
    return employment.endEmployment(ctx, input)
  }

  @Authorized('people.manage')
  @Mutation(() => CancelDeparturePayload, {
    description:
      'Cancels a last day until it has come; placements and supervision end as they would have. CONFLICT people.employment.left-already, people.employment.days-taken.',
  })
  cancelDeparture(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CancelDepartureInput) input: CancelDepartureInput,
  ) {
    return employment.cancelDeparture(ctx, input)
  }

  @Authorized('people.manage')
  @Mutation(() => RehirePeerPayload, {
    description:
      'Rehires somebody who has left: they may sign in anew from that day on. What ended stays ended. CONFLICT people.employment.not-left.',
  })
  rehirePeer(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RehirePeerInput) input: RehirePeerInput,
  ) {
    return employment.rehirePeer(ctx, input)
  }

  @Authorized('people.manage')
  @Mutation(() => CancelRehirePayload, {
    description: 'Cancels a first day back until it has come. CONFLICT people.employment.back-already.',
  })
  cancelRehire(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CancelRehireInput) input: CancelRehireInput,
  ) {
    return employment.cancelRehire(ctx, input)
  }
}
