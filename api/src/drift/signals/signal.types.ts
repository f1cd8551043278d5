import { DriftSignal, MissingFact, SignalState } from '@alongside/shared/drift/signals/signal'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'

registerEnumType(SignalState, {
  name: 'DriftSignalState',
  description:
    'RAISED: the figure is above the threshold. QUIET: it is not. UNKNOWN: something is missing, and nothing is raised.',
})
registerEnumType(MissingFact, {
  name: 'DriftSignalMissing',
  description: 'What a signal would have to know.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'What one rule says today. Shown to the peer and to nobody else.',
})
export class DriftSignalResult {
  @Field(() => DriftSignal)
  signal!: DriftSignal

  @Field(() => SignalState)
  state!: SignalState

  @Field(() => Int, { description: 'The version of the rule.' })
  ruleVersion!: number

  @Field(() => Int, {
    nullable: true,
    description:
      'People, days, percent of the time, or quarter hours, by signal; null where it is unknown or nothing is counted.',
  })
  figure!: number | null

  @Field(() => Int, { description: 'The rule fires above it; same unit.' })
  threshold!: number

  @Field(() => MissingFact, { nullable: true, description: 'With UNKNOWN; else null.' })
  missing!: MissingFact | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'What all rules say about the work of the signed-in peer.',
})
export class DriftSignalReport {
  @Field(() => [DriftSignalResult], { description: 'One for each rule, 9 in all.' })
  results!: DriftSignalResult[]
}
