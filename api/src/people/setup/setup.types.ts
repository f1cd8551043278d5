import { GraphQLDateTime } from 'graphql-scalars'
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { SetupStep, SetupStepState } from '@alongside/shared/people/setup/setup-steps'
import { Person } from '../person.types.ts'

registerEnumType(SetupStep, {
  name: 'SetupStep',
  description: 'A step of the first hour; any may be skipped and done later.',
})
registerEnumType(SetupStepState, { name: 'SetupStepState', description: 'How a step of setting up stands.' })

@ObjectType({ simpleResolvers: true, description: 'A step of setting up, and what was decided about it.' })
export class OrganizationSetupStepState {
  @Field(() => SetupStep)
  step!: SetupStep

  @Field(() => SetupStepState)
  state!: SetupStepState

  @Field(() => GraphQLDateTime, { nullable: true })
  decidedAt!: Date | null

  @Field(() => Person, { nullable: true, description: 'Null while nothing was decided.' })
  decidedBy!: Person | null
}

@InputType()
export class UpdateSetupStepInput {
  @Field(() => SetupStep)
  step!: SetupStep

  @Field(() => SetupStepState, { description: 'OPEN opens the step again.' })
  state!: SetupStepState
}

@ObjectType({ simpleResolvers: true, description: 'How far setting up is now.' })
export class UpdateSetupStepPayload {
  @Field(() => [OrganizationSetupStepState], { description: 'Every step, in its order.' })
  steps!: OrganizationSetupStepState[]
}
