import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { OfPeerArgs } from '../agenda/agenda.types.ts'
import * as goals from './learning-goal.service.ts'
import {
  CreateLearningGoalInput,
  CreateLearningGoalPayload,
  LearningGoalConnection,
  UpdateLearningGoalInput,
  UpdateLearningGoalPayload,
} from './learning-goal.types.ts'

@Resolver()
export class LearningGoalResolver {
  @Authorized('session.own')
  @Query(() => LearningGoalConnection, {
    description: 'What the signed-in peer wants to learn, whoever they agreed on it with.',
  })
  myLearningGoals(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<LearningGoalConnection> {
    return goals.myLearningGoals(ctx, page)
  }

  @Authorized('learning-goal.read')
  @Query(() => LearningGoalConnection, {
    description:
      'The learning goals of one peer: to managers all, to an educational supervisor those agreed with them. Of anybody else it is empty.',
  })
  learningGoalsOf(
    @Ctx('request') ctx: RequestContext,
    @Args(() => OfPeerArgs) args: OfPeerArgs,
  ): Promise<LearningGoalConnection> {
    return goals.learningGoalsOf(ctx, args)
  }

  @Authorized('supervision.prepare')
  @Mutation(() => CreateLearningGoalPayload, {
    description:
      'Agrees on a learning goal; the other one is told in the app. NOT_FOUND for a relationship that is not educational, not the caller’s or not in force.',
  })
  createLearningGoal(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateLearningGoalInput) input: CreateLearningGoalInput,
  ): Promise<CreateLearningGoalPayload> {
    return goals.createLearningGoal(ctx, input)
  }

  @Authorized('supervision.prepare')
  @Mutation(() => UpdateLearningGoalPayload, {
    description:
      'The peer or their educational supervisor says that a goal is reached, dropped, or open again. NOT_FOUND for anybody else’s.',
  })
  updateLearningGoal(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateLearningGoalInput) input: UpdateLearningGoalInput,
  ): Promise<UpdateLearningGoalPayload> {
    return goals.updateLearningGoal(ctx, input)
  }
}
