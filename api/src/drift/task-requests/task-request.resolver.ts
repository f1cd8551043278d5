import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as answers from './task-answer.service.ts'
import { taskFrame } from './task-frame.service.ts'
import * as requests from './task-request.service.ts'
import * as types from './task-request.types.ts'

@Resolver()
export class TaskRequestResolver {
  @Authorized('task.read')
  @Query(() => types.TaskFrame, {
    description:
      'What is agreed on for a peer today: for the peer, their supervisors and managers. NOT_FOUND for anybody else.',
  })
  taskFrame(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
  ): Promise<types.TaskFrame> {
    return taskFrame(ctx, peerId)
  }

  @Authorized('task.own')
  @Query(() => types.TaskRequestConnection, {
    description: 'Everything that the signed-in peer was asked to do.',
  })
  myTaskRequests(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<types.TaskRequestConnection> {
    return requests.myTaskRequests(ctx, page)
  }

  @Authorized('task.ask')
  @Query(() => types.TaskRequestConnection, {
    description:
      'Task requests of one peer: those that one made oneself; for educational and supportive supervisors all since they began.',
  })
  taskRequestsOfPeer(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<types.TaskRequestConnection> {
    return requests.taskRequestsOfPeer(ctx, peerId, page)
  }

  @Authorized('task.ask')
  @Mutation(() => types.CreateTaskRequestPayload, {
    description:
      'Asks a peer for something; the peer is told. Errors: BAD_INPUT for an empty task or more than 300 characters, an unknown activity, or a peer who has not joined; NOT_FOUND for a peer whom one does not supervise or manage, or a placement that is not theirs today.',
  })
  createTaskRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.CreateTaskRequestInput) input: types.CreateTaskRequestInput,
  ): Promise<types.CreateTaskRequestPayload> {
    return requests.createTaskRequest(ctx, input)
  }

  @Authorized('task.own')
  @Mutation(() => types.RecordTaskRequestPayload, {
    description:
      'Records what the signed-in peer was asked to do, and by whom. Nobody is told. Errors: BAD_INPUT as for `createTaskRequest`, NOT_FOUND for a placement that is not one’s own today.',
  })
  recordTaskRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.RecordTaskRequestInput) input: types.RecordTaskRequestInput,
  ): Promise<types.RecordTaskRequestPayload> {
    return requests.recordTaskRequest(ctx, input)
  }

  @Authorized('task.own')
  @Mutation(() => types.AcceptTaskRequestPayload, {
    description:
      'Accepts a task. Whoever asked is told. Errors: NOT_FOUND, CONFLICT drift.task-requests.answered.',
  })
  acceptTaskRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.AcceptTaskRequestInput) input: types.AcceptTaskRequestInput,
  ): Promise<types.AcceptTaskRequestPayload> {
    return answers.acceptTaskRequest(ctx, input)
  }

  @Authorized('task.own')
  @Mutation(() => types.DeclineTaskRequestPayload, {
    description:
      'Declines a task with a sentence. Whoever asked is told. Errors: BAD_INPUT for an empty sentence or more than 300 characters, NOT_FOUND, CONFLICT drift.task-requests.answered.',
  })
  declineTaskRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.DeclineTaskRequestInput) input: types.DeclineTaskRequestInput,
  ): Promise<types.DeclineTaskRequestPayload> {
    return answers.declineTaskRequest(ctx, input)
  }

  @Authorized('task.own')
  @Mutation(() => types.ReturnTaskRequestPayload, {
    description:
      'Says whose work a task is instead. Whoever asked is told. Errors: BAD_INPUT for an empty job or more than 80 characters, NOT_FOUND, CONFLICT drift.task-requests.answered.',
  })
  returnTaskRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.ReturnTaskRequestInput) input: types.ReturnTaskRequestInput,
  ): Promise<types.ReturnTaskRequestPayload> {
    return answers.returnTaskRequest(ctx, input)
  }
}
