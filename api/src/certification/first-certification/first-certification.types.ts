import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { FirstStep, FirstStepState } from '@alongside/shared/certification/first-certification/first-path'
import {
  ApplicationPart,
  EntryTitle,
  TrainingTopic,
  WorkDeadline,
} from '@alongside/shared/certification/first-certification/first-rule'
import { Person } from '../../people/person.types.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { CredentialType } from '../catalogue/credential.types.ts'
import { ProvenanceType } from '../rules/provenance.types.ts'

const step = 'A step on the way to a first certification, in the order in which they are offered.'
registerEnumType(FirstStep, { name: 'FirstCertificationStepKind', description: step })
registerEnumType(FirstStepState, {
  name: 'FirstCertificationStepState',
  description: 'How a step is doing. NOT_RECORDED and NOT_READ are unknown, never zero.',
})
registerEnumType(TrainingTopic, {
  name: 'TrainingTopic',
  description: 'What a part of the training is about.',
})
registerEnumType(ApplicationPart, {
  name: 'ApplicationPart',
  description: 'What goes with an application; the board asks for it itself.',
})
registerEnumType(EntryTitle, {
  name: 'EntryTitle',
  description: 'What may be held while the hours are gathered.',
})
registerEnumType(WorkDeadline, {
  name: 'WorkDeadline',
  description: 'What a state wants within months of the first day of work.',
})

@ObjectType('FirstTrainingPart', { simpleResolvers: true, description: 'A minimum inside the training.' })
export class FirstTrainingPartType {
  @Field(() => TrainingTopic)
  topic!: TrainingTopic

  @Field(() => Float, { description: 'In hours.' })
  hours!: number

  @Field(() => Float, {
    nullable: true,
    description: 'Hours of recorded courses on this topic; null: courses here do not say.',
  })
  recorded!: number | null
}

@ObjectType('FirstCertificationStep', { simpleResolvers: true, description: step })
export class FirstCertificationStepType {
  @Field(() => FirstStep)
  step!: FirstStep

  @Field(() => FirstStepState)
  state!: FirstStepState

  @Field(() => Float, {
    nullable: true,
    description: 'Hours that the board asks; null: not read, or no hours.',
  })
  needed!: number | null

  @Field(() => Float, { nullable: true, description: 'Hours that are recorded here; null: none.' })
  recorded!: number | null

  @Field(() => Float, { nullable: true, description: 'In quarters of an hour; null: not known.' })
  shortBy!: number | null
}

@ObjectType('FirstCertificationGoal', {
  simpleResolvers: true,
  description: 'The credential that a peer works toward, what its board asks, and how far the peer has come.',
})
export class FirstCertificationGoalType {
  @Field(() => CredentialType)
  credential!: Lazily<CredentialType>

  @Field(() => Person, { description: 'Who chose it.' })
  chosenBy!: Person

  @Field(() => GraphQLDateTime)
  chosenAt!: Date

  @Field(() => Boolean, { description: 'What the board asks of new holders was read, in part at least.' })
  wasRead!: boolean

  @Field(() => [FirstCertificationStepType], { description: 'All five.' })
  steps!: readonly FirstCertificationStepType[]

  @Field(() => FirstStep, { nullable: true, description: 'The step to take next; null: ask the board.' })
  nextStep!: FirstStep | null

  @Field(() => [FirstTrainingPartType], { description: 'Empty where no split was read; at most 8.' })
  trainingParts!: readonly FirstTrainingPartType[]

  @Field(() => [ApplicationPart], { description: 'Those that were read; a board may ask for more.' })
  applicationParts!: readonly ApplicationPart[]

  @Field(() => Int, { nullable: true, description: 'In years; null: none was read.' })
  minimumAge!: number | null

  @Field(() => Boolean, {
    description: "The board asks about the applicant's own recovery. Alongside never keeps the answer.",
  })
  asksOwnRecovery!: boolean

  @Field(() => Int, {
    nullable: true,
    description: 'How many months of it the board wants; 0: no minimum; null: not read.',
  })
  ownRecoveryMonths!: number | null

  @Field(() => EntryTitle, { nullable: true, description: 'Null where none was read.' })
  entryTitle!: EntryTitle | null

  @Field(() => WorkDeadline, { nullable: true, description: 'Null where none was read.' })
  workDeadline!: WorkDeadline | null

  @Field(() => Int, { nullable: true, description: 'Months from the first day of work.' })
  workDeadlineMonths!: number | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Counted from the first placement; null: no deadline was read, or no placement is recorded.',
  })
  dueOn!: string | null

  @Field(() => ProvenanceType, { nullable: true, description: 'Where all of it was read.' })
  provenance!: ProvenanceType | null
}

@ObjectType('FirstCertification', {
  simpleResolvers: true,
  description: 'Where a peer is on the way to a first certification.',
})
export class FirstCertificationType {
  @Field(() => Person)
  peer!: Person

  @Field(() => Boolean, { description: 'A certification is on file, whatever its status.' })
  hasCertification!: boolean

  @Field(() => FirstCertificationGoalType, {
    nullable: true,
    description: 'Null where nothing was chosen, and once a certification of that credential is on file.',
  })
  goal!: FirstCertificationGoalType | null
}

@InputType()
export class SetCertificationGoalInput {
  @Field(() => GraphQLUUID, { description: 'Peers can name only themselves.' })
  peerId!: string

  @Field(() => ID, { nullable: true, description: 'A credential of the catalogue; null: none.' })
  credentialId?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The way to the credential that was chosen.' })
export class SetCertificationGoalPayload {
  @Field(() => FirstCertificationType)
  firstCertification!: Lazily<FirstCertificationType>

  @Field(() => ID, { nullable: true, description: 'What was chosen before, for an undo.' })
  previousCredentialId!: string | null
}
