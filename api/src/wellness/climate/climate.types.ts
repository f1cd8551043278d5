import { ClimateStep } from '@alongside/shared/wellness/climate/climate-input'
import { PreviewAdvice } from '@alongside/shared/wellness/climate/roll-up-preview'
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { unionWithStale } from '../../server/graphql/payload.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'
import { CrowdReport } from '../crowd-figures/crowd-report.types.ts'

registerEnumType(PreviewAdvice, {
  name: 'PreviewAdvice',
  description:
    "What today's teams mean for the figures: too few people for any, small teams that could be merged, or one group only.",
})

@ObjectType({
  simpleResolvers: true,
  description: 'Whether figures of the team are published, and of whom at least.',
})
export class ClimateSettings {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day; periods that began before it are never published. Null while it is off.',
  })
  onSince!: string | null

  @Field(() => Int, { description: '5-50 people, 7 to begin with; it can only be raised.' })
  smallestGroup!: number

  @Field(() => Int, {
    description: 'Grows with each change; sent back as `expectedRevision`. 0 before the first.',
  })
  revision!: number
}

@InputType()
export class UpdateClimateSettingsInput {
  @Field(() => Int, { description: 'The revision on which the change was decided, as last read.' })
  expectedRevision!: number

  @Field(() => Boolean, { description: 'Publishing starts with the next period that begins.' })
  isOn!: boolean

  @Field(() => Int, { description: '5-50; never less than now.' })
  smallestGroup!: number
}

@ObjectType({ simpleResolvers: true, description: 'The settings as they are now.' })
export class ClimateSettingsUpdated {
  @Field(() => ClimateSettings)
  settings!: ClimateSettings
}

export const UpdateClimateSettingsPayload = unionWithStale(
  'UpdateClimateSettingsPayload',
  'The changed settings, or that somebody else changed them first.',
  () => ClimateSettingsUpdated,
)

@ObjectType({
  simpleResolvers: true,
  description: 'A group that could be shown if everybody in it answered.',
})
export class PreviewedBlock {
  @Field(() => [String], { description: 'The teams in it; people without a team are in the last group.' })
  teams!: string[]

  @Field(() => Int, { description: 'Peers in it today.' })
  size!: number

  @Field(() => Boolean, {
    description: "One or two people who don't answer hide it or merge it into others.",
  })
  needsEveryone!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description: "Which groups would ever be visible with today's teams. It counts peers, never who answered.",
})
export class ClimatePreview {
  @Field(() => Int)
  peers!: number

  @Field(() => Int)
  smallestGroup!: number

  @Field(() => [PreviewedBlock])
  blocks!: PreviewedBlock[]

  @Field(() => PreviewAdvice, { nullable: true })
  advice!: PreviewAdvice | null

  @Field(() => [String], { description: 'Teams smaller than the smallest group.' })
  smallTeams!: string[]
}

@InputType()
export class CreateClimateStepInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  crowdReportId!: string

  @Field(() => ClimateStep)
  step!: ClimateStep

  @Field(() => String, { description: 'What was done or will be, for everyone to read: 1-300 characters.' })
  line!: string
}

@ObjectType({ simpleResolvers: true, description: 'The report with its lines.' })
export class CreateClimateStepPayload {
  @Field(() => CrowdReport)
  crowdReport!: CrowdReport
}

@InputType()
export class VoidClimateStepInput {
  @Field(() => GraphQLUUID)
  climateStepId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The report without the line.' })
export class VoidClimateStepPayload {
  @Field(() => CrowdReport)
  crowdReport!: CrowdReport
}
