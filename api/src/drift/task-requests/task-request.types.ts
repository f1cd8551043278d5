import { AgreementSays, TaskAsker, TaskState } from '@alongside/shared/drift/task-requests/task-request'
import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { NamedPlace } from '../../people/named-place.types.ts'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(TaskAsker, { name: 'TaskAsker', description: 'Who asks a peer for something.' })
registerEnumType(TaskState, { name: 'TaskState', description: 'What became of a task request.' })
registerEnumType(AgreementSays, {
  name: 'AgreementSays',
  description:
    'What the role agreement in force says of a task. Without an agreement, nothing is ever outside the role.',
})

@ObjectType({ simpleResolvers: true, description: 'What the agreement says of one activity.' })
export class TaskAgreementLine {
  @Field(() => String, { description: 'A key of the catalogue of activities, or of the organization’s own.' })
  activity!: string

  @Field(() => AgreementSays)
  says!: AgreementSays

  @Field(() => String, {
    nullable: true,
    description: 'Who does it instead, by job; null where nobody is named.',
  })
  doneBy!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A placement that a task can belong to.' })
export class TaskPlacement {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => NamedPlace)
  hostAgency!: NamedPlace

  @Field(() => Int, { nullable: true, description: 'Of the agreement in force; null where there is none.' })
  agreementVersion!: number | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Since when it is in force; null where there is none.',
  })
  agreementFrom!: string | null

  @Field(() => [TaskAgreementLine], {
    description: 'At most one for each activity; empty without an agreement.',
  })
  lines!: TaskAgreementLine[]
}

@ObjectType({ simpleResolvers: true, description: 'An activity that the organization has added.' })
export class TaskCustomActivity {
  @Field(() => String)
  key!: string

  @Field(() => String)
  name!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'What is known before a peer is asked: where they work, and what is agreed on there today.',
})
export class TaskFrame {
  @Field(() => Person)
  peer!: Person

  @Field(() => [TaskPlacement], { description: 'Placements of today.' })
  placements!: TaskPlacement[]

  @Field(() => [TaskCustomActivity], { description: 'Beside the catalogue; at most 50.' })
  customActivities!: TaskCustomActivity[]
}

@ObjectType('TaskRequest', {
  simpleResolvers: true,
  description:
    'A task that a peer was asked to do, what the agreement said of it that day, and the peer’s answer. The peer reads it; so do whoever asked, and educational and supportive supervisors of that time.',
})
export class TaskRequestShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => Person, { description: 'Who wrote it down: whoever asked, or the peer.' })
  recordedBy!: Person

  @Field(() => TaskAsker)
  asker!: TaskAsker

  @Field(() => NamedPlace, { nullable: true, description: 'The host agency; null without a placement.' })
  hostAgency!: NamedPlace | null

  @Field(() => String, { nullable: true, description: 'The key of the activity; null for something else.' })
  activity!: string | null

  @Field(() => String, { nullable: true, description: 'The name of an activity of the organization’s own.' })
  activityName!: string | null

  @Field(() => String)
  task!: string

  @Field(() => AgreementSays)
  says!: AgreementSays

  @Field(() => String, { nullable: true, description: 'Whom the agreement named instead, by job.' })
  doneBy!: string | null

  @Field(() => GraphQLDateTime)
  askedAt!: Date

  @Field(() => TaskState)
  state!: TaskState

  @Field(() => String, { nullable: true, description: 'The peer’s words, where they declined.' })
  sentence!: string | null

  @Field(() => String, { nullable: true, description: 'Whose work it is, where the peer sent it on.' })
  returnedTo!: string | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Null until the peer has answered.' })
  answeredAt!: Date | null
}

@ObjectType({ description: 'Task requests: those without an answer first, then the last asked first.' })
export class TaskRequestConnection extends ConnectionTo(TaskRequestShown, 'TaskRequest') {}

/** What a task is, whoever writes it down. */
@InputType()
abstract class TaskFields {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => String, { description: '1-300 characters; no names or numbers of participants.' })
  task!: string

  @Field(() => String, { nullable: true, description: 'The key of an activity; null for something else.' })
  activity?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'A placement of the peer of today.' })
  placementId?: string | null
}

@InputType()
export class CreateTaskRequestInput extends TaskFields {
  @Field(() => GraphQLUUID)
  peerId!: string
}

@InputType()
export class RecordTaskRequestInput extends TaskFields {
  @Field(() => TaskAsker)
  asker!: TaskAsker
}

@InputType()
export class AcceptTaskRequestInput {
  @Field(() => GraphQLUUID)
  taskRequestId!: string
}

@InputType()
export class DeclineTaskRequestInput {
  @Field(() => GraphQLUUID)
  taskRequestId!: string

  @Field(() => String, { description: 'What the peer says to it, 1-300 characters.' })
  sentence!: string
}

@InputType()
export class ReturnTaskRequestInput {
  @Field(() => GraphQLUUID)
  taskRequestId!: string

  @Field(() => String, { description: 'Whose work it is, by job, such as `case manager`; 1-80 characters.' })
  returnedTo!: string
}

@ObjectType({ simpleResolvers: true })
abstract class TaskRequestChanged {
  @Field(() => TaskRequestShown)
  taskRequest!: TaskRequestShown
}

@ObjectType({ simpleResolvers: true, description: 'The request, as the peer gets it.' })
export class CreateTaskRequestPayload extends TaskRequestChanged {}

@ObjectType({ simpleResolvers: true, description: 'The request, as it was recorded.' })
export class RecordTaskRequestPayload extends TaskRequestChanged {}

@ObjectType({ simpleResolvers: true, description: 'The request with its answer.' })
export class AcceptTaskRequestPayload extends TaskRequestChanged {}

@ObjectType({ simpleResolvers: true, description: 'The request with its answer.' })
export class DeclineTaskRequestPayload extends TaskRequestChanged {}

@ObjectType({ simpleResolvers: true, description: 'The request with its answer.' })
export class ReturnTaskRequestPayload extends TaskRequestChanged {}
