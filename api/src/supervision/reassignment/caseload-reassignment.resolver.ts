import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { undoCaseloadReassignment } from './undo-reassignment.service.ts'
import * as service from './caseload-reassignment.service.ts'
import {
  ReassignableRelationshipConnection,
  ReassignCaseloadInput,
  ReassignCaseloadPayload,
  UndoCaseloadReassignmentInput,
  UndoCaseloadReassignmentPayload,
} from './caseload-reassignment.types.ts'

@Resolver()
export class CaseloadReassignmentResolver {
  @Authorized('relationship.propose')
  @Query(() => ReassignableRelationshipConnection, {
    description:
      'What a supervisor who is leaving would hand over, by type, with who could take over each. Empty for anybody who supervises nobody.',
  })
  reassignableCaseload(
    @Ctx('request') ctx: RequestContext,
    @Arg('supervisorId', () => GraphQLUUID) supervisorId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ReassignableRelationshipConnection> {
    return service.reassignableCaseload(ctx, supervisorId, page)
  }

  @Authorized('relationship.propose')
  @Mutation(() => ReassignCaseloadPayload, {
    description:
      'Hands over what a leaving supervisor has, whole or not at all; each peer is told, and supportive supervision begins once the peer accepts it. An error names the entry of `assignments`: `unavailable` without a reason, `not-found` where it is not theirs or has ended. CONFIRM_PASSWORD where the password was not given within ten minutes.',
  })
  reassignCaseload(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ReassignCaseloadInput) input: ReassignCaseloadInput,
  ): Promise<ReassignCaseloadPayload> {
    return service.reassignCaseload(ctx, input)
  }

  @Authorized('relationship.propose')
  @Mutation(() => UndoCaseloadReassignmentPayload, {
    description:
      'Goes back to the supervisors of before, all or none, and tells everybody concerned. CONFLICT (`supervision.reassignment.built-on`) once the last day of before has passed, a peer has accepted, or something was planned or agreed on since; NOT_FOUND for what is no reassignment, or undone. CONFIRM_PASSWORD where the password was not given within ten minutes.',
  })
  undoCaseloadReassignment(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UndoCaseloadReassignmentInput) input: UndoCaseloadReassignmentInput,
  ): Promise<UndoCaseloadReassignmentPayload> {
    return undoCaseloadReassignment(ctx, input)
  }
}
