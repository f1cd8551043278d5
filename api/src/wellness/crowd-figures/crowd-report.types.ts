import { ClimateStep } from '@alongside/shared/wellness/climate/climate-input'
import { CountBand, CrowdShare } from '@alongside/shared/wellness/crowd-figures/crowd-figures'
import { CrowdMeasure } from '@alongside/shared/wellness/crowd-figures/crowd-measures'
import { CrowdSubject } from '@alongside/shared/wellness/crowd-figures/crowd-periods'
import { DriftCause } from '@alongside/shared/drift/drift-causes'
import { FatigueSign } from '@alongside/shared/wellness/fatigue-signs'
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ConnectionTo, PageArgs } from '../../server/graphql/connection.ts'

registerEnumType(CrowdSubject, {
  name: 'CrowdSubject',
  description:
    'What is published of a crowd: check-ins by calendar month, core values by half a year, or causes of flags by quarter.',
})
registerEnumType(CountBand, {
  name: 'CountBand',
  description:
    'How many people answered: 5-9, 10-19, 20-49, or 50 and more. The exact count is never published.',
})
registerEnumType(CrowdShare, {
  name: 'CrowdShare',
  description:
    'How many noticed a sign: up to a third (nobody included), some, or over two thirds (everybody included).',
})
registerEnumType(CrowdMeasure, {
  name: 'CrowdMeasure',
  description: 'What a mean is of: a scale of the weekly check-in, or one of the twelve core values.',
})
registerEnumType(ClimateStep, {
  name: 'ClimateStep',
  description:
    'What the organization does with a report: read it, share it, act on it, tell what became of it.',
})

@ObjectType({ simpleResolvers: true, description: 'The mean of a group for one measure.' })
export class CrowdMean {
  @Field(() => CrowdMeasure)
  measure!: CrowdMeasure

  @Field(() => Float, { description: 'In half points, kept within 1.5 and 4.5; 5 is the good end.' })
  mean!: number
}

@ObjectType({ simpleResolvers: true, description: 'How many of a group noticed a sign.' })
export class CrowdSignShare {
  @Field(() => FatigueSign)
  sign!: FatigueSign

  @Field(() => CrowdShare)
  share!: CrowdShare
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many of the peers with a flag had one of this cause.',
})
export class CrowdCauseShare {
  @Field(() => DriftCause)
  cause!: DriftCause

  @Field(() => CrowdShare)
  share!: CrowdShare
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Figures of at least as many people as the smallest group; a figure that fewer answered is left out.',
})
export class CrowdBlock {
  @Field(() => String, {
    nullable: true,
    description:
      'The team, as it was called then. Null for everyone else together, and for the organization.',
  })
  teamName!: string | null

  @Field(() => CountBand)
  countBand!: CountBand

  @Field(() => [CrowdMean])
  means!: CrowdMean[]

  @Field(() => [CrowdSignShare])
  shares!: CrowdSignShare[]

  @Field(() => [CrowdCauseShare], { description: 'Of causes of flags alone; empty for every other subject.' })
  causes!: CrowdCauseShare[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'A dated line of a manager, for everyone in the organization.',
})
export class CrowdReportStep {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => ClimateStep)
  step!: ClimateStep

  @Field(() => String, { description: '1-300 characters.' })
  line!: string

  @Field(() => GraphQLLocalDate)
  takenOn!: string
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A closed period as it was published: the same for everyone in the organization, and never changed. Without blocks where too few people answered.',
})
export class CrowdReport {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => CrowdSubject)
  subject!: CrowdSubject

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate)
  endsOn!: string

  @Field(() => Int, { description: 'No figure speaks of fewer people than this.' })
  smallestGroup!: number

  @Field(() => CrowdBlock, { nullable: true, description: 'Made of the published blocks alone.' })
  organization!: CrowdBlock | null

  @Field(() => [CrowdBlock], { description: 'By team; everyone else together comes last.' })
  blocks!: CrowdBlock[]

  @Field(() => [CrowdReportStep], { description: 'What the organization says about it, oldest first.' })
  steps!: CrowdReportStep[]
}

@ObjectType({ description: 'Closed periods, the latest first.' })
export class CrowdReportConnection extends ConnectionTo(CrowdReport, 'CrowdReport') {}

@ArgsType()
export class CrowdReportArgs extends PageArgs {
  @Field(() => CrowdSubject)
  subject!: CrowdSubject
}
