import { LearningGoalState } from '@alongside/shared/supervision/learning-goals/learning-goal-input'
import { PeerCompetency } from '@alongside/shared/supervision/learning-goals/peer-competencies'
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(PeerCompetency, {
  name: 'PeerCompetency',
  description:
    'What a peer worker’s craft consists of: the twelve categories of the Core Competencies for Peer Workers in Behavioral Health Services (SAMHSA, 2015).',
})
registerEnumType(LearningGoalState, {
  name: 'LearningGoalState',
  description: 'A goal that is no longer pursued stays readable; no reason is asked.',
})

@ObjectType('LearningGoal', {
  simpleResolvers: true,
  description:
    'What a peer wants to learn, by when: for the peer, the educational supervisor with whom it was agreed, and managers.',
})
export class LearningGoalShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String, { description: 'At most 300 characters.' })
  text!: string

  @Field(() => PeerCompetency)
  competency!: PeerCompetency

  @Field(() => GraphQLLocalDate, { description: 'The day by which it should be reached.' })
  targetOn!: string

  @Field(() => LearningGoalState)
  state!: LearningGoalState

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When it was reached or dropped.' })
  closedOn!: string | null

  @Field(() => Person, { description: 'The educational supervisor with whom it was agreed.' })
  supervisor!: Person

  @Field(() => Boolean, { description: 'Whether the reader can change its state.' })
  canUpdate!: boolean
}

@ObjectType({
  description: 'Open ones first, by the day of their target; then the others, the last closed first.',
})
export class LearningGoalConnection extends ConnectionTo(LearningGoalShown, 'LearningGoal') {}

@InputType()
export class CreateLearningGoalInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID, { description: 'Educational, in force, and one of its two is the caller.' })
  relationshipId!: string

  @Field(() => String, { description: '1-300 characters.' })
  text!: string

  @Field(() => PeerCompetency)
  competency!: PeerCompetency

  @Field(() => GraphQLLocalDate, { description: 'From today to 731 days ahead.' })
  targetOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'The goal.' })
export class CreateLearningGoalPayload {
  @Field(() => LearningGoalShown)
  learningGoal!: LearningGoalShown
}

@InputType()
export class UpdateLearningGoalInput {
  @Field(() => GraphQLUUID)
  learningGoalId!: string

  @Field(() => LearningGoalState)
  state!: LearningGoalState
}

@ObjectType({ simpleResolvers: true, description: 'The goal in its new state.' })
export class UpdateLearningGoalPayload {
  @Field(() => LearningGoalShown)
  learningGoal!: LearningGoalShown
}
