import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import { QualifiedAnswer } from '@alongside/shared/supervision/qualifications/qualified-on'
import {
  SupervisionMeasure,
  SupervisionMeasureState,
  SupervisionMeasureUnknown,
} from '@alongside/shared/supervision/requirements/requirement-results'
import { Person } from '../../people/person.types.ts'
import { SupervisionAgreement, SupervisionRequirement } from '../agreements/agreement.types.ts'
import { SupervisionSession } from '../sessions/session.types.ts'

registerEnumType(QualifiedAnswer, {
  name: 'QualifiedAnswer',
  description: 'Unknown where nothing at all is recorded of the supervisor.',
})
registerEnumType(SupervisionMeasure, {
  name: 'SupervisionMeasure',
  description: 'What is counted: weeks are Monday to Sunday, months and quarters those of the calendar.',
})
registerEnumType(SupervisionMeasureState, {
  name: 'SupervisionMeasureState',
  description: 'Met in all of the period, short in a part of it, or not known.',
})
registerEnumType(SupervisionMeasureUnknown, {
  name: 'SupervisionMeasureUnknown',
  description: 'Why it is not known.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'A figure that a requirement gives, held against a period.',
})
export class SupervisionRequirementResult {
  @Field(() => SupervisionMeasure)
  measure!: SupervisionMeasure

  @Field(() => SupervisionMeasureState)
  state!: SupervisionMeasureState

  @Field(() => SupervisionMeasureUnknown, { nullable: true })
  unknown!: SupervisionMeasureUnknown | null

  @Field(() => Float, { description: 'In the unit of the measure: sessions, minutes, days, hours or peers.' })
  needed!: number

  @Field(() => Float, {
    nullable: true,
    description: 'In the same unit; of the week, month or quarter with the least. Null: not known.',
  })
  had!: number | null

  @Field(() => Int, { nullable: true, description: 'Whole weeks, months or quarters in the period.' })
  periods!: number | null

  @Field(() => Int, { nullable: true, description: 'In how many of them it was met.' })
  periodsMet!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'A requirement with what came of each of its figures.' })
export class RequirementInRecord {
  @Field(() => SupervisionRequirement)
  requirement!: SupervisionRequirement

  @Field(() => [SupervisionRequirementResult], { description: 'Empty where it is text only; nine at most.' })
  results!: SupervisionRequirementResult[]
}

@ObjectType({ simpleResolvers: true, description: 'Whether a supervisor was qualified on a day.' })
export class QualifiedOnDay {
  @Field(() => QualifiedAnswer)
  answer!: QualifiedAnswer

  @Field(() => String, { nullable: true, description: 'The course by which they were.' })
  course!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A version of a session, as it was signed.' })
export class RecordedSession {
  @Field(() => SupervisionSession)
  session!: SupervisionSession

  @Field(() => QualifiedOnDay, {
    nullable: true,
    description: 'On the day of the session; null for the peer, to whom qualifications are not shown.',
  })
  supervisorQualified!: QualifiedOnDay | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Days from a session to the later of the two signatures, of the sessions that count.',
})
export class DaysToSign {
  @Field(() => Int)
  sessions!: number

  @Field(() => Int, { description: 'Those with both signatures; the figures are of these.' })
  signedByAll!: number

  @Field(() => Float, { nullable: true, description: 'Calendar days; null where nothing is signed by both.' })
  medianDays!: number | null

  @Field(() => Int, { nullable: true })
  longestDays!: number | null
}

@ObjectType({
  simpleResolvers: true,
  description:
    "One peer's supervision in a period, for an auditor and for the peer: agreements, sessions, requirements.",
})
export class SupervisionRecord {
  @Field(() => Person)
  peer!: Person

  @Field(() => GraphQLLocalDate)
  from!: string

  @Field(() => GraphQLLocalDate)
  to!: string

  @Field(() => [SupervisionAgreement], {
    description: 'In force on some day of the period, the latest first.',
  })
  agreements!: SupervisionAgreement[]

  @Field(() => Int, { description: 'How many versions of sessions there are in the period.' })
  sessionCount!: number

  @Field(() => [RecordedSession], {
    description: 'Every version, also those that were corrected or amended, by date; the first 1,000.',
  })
  sessions!: RecordedSession[]

  @Field(() => [RequirementInRecord], {
    description: "The states' own first, then what is asked everywhere.",
  })
  requirements!: RequirementInRecord[]

  @Field(() => [String], { description: 'The states whose requirements were looked for.' })
  states!: string[]

  @Field(() => DaysToSign)
  daysToSign!: DaysToSign
}
