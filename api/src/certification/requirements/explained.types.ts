import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, Int, ObjectType, registerEnumType, Root } from 'type-graphql'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { explainRequirements } from '@alongside/shared/certification/course-check/explain-requirements'
import type { CountReason, CreditOutcome } from '@alongside/shared/certification/course-check/credit-outcome'
import type { RequirementForecast } from '@alongside/shared/certification/forecast/forecast'
import {
  isMeasured,
  type Requirement,
  type RequirementResult,
} from '@alongside/shared/certification/requirements/requirement-result'
import { askedBy, AskedPer } from '@alongside/shared/certification/requirements/asked-by'
import { AmountUnit } from '@alongside/shared/certification/rules/asked'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import type { AssessedCertification } from '../status/certification-record.ts'
import { CountReasonType } from './count-reason.types.ts'
import { RequirementResultType, RequirementType } from './requirement.types.ts'

registerEnumType(AskedPer, {
  name: 'AskedPer',
  description: 'How often an amount is asked. YEAR: which year it is was not read.',
})

@ObjectType({
  simpleResolvers: true,
  description: "Where today's pace leads in one requirement; figures are in `unit`.",
})
export class RequirementOutlook {
  @Field(() => RequirementType)
  requirement!: Requirement

  @Field(() => AmountUnit)
  unit!: AmountUnit

  @Field(() => Float, { description: "What a year at today's pace would bring." })
  perYearAtPace(@Root() { hoursPerYearAtPace }: RequirementForecast): number {
    return Math.round(hoursPerYearAtPace * 4) / 4
  }

  @Field(() => GraphQLLocalDate, {
    name: 'metOn',
    nullable: true,
    description:
      "The day on which it is met at today's pace with planned courses; null: it is met, or never.",
  })
  dayMet(@Root() { metOn }: RequirementForecast): PlainDate | null {
    return metOn.kind === 'on' ? metOn.on : null
  }

  @Field(() => Float, { description: 'What is still open of what is due by `dueBy`.' })
  openNow!: number

  @Field(() => GraphQLLocalDate, {
    description: 'The last day, or that of the running year, quarter or month of what each asks for itself.',
  })
  dueBy!: string

  @Field(() => Float, {
    description: 'What years, quarters or months that are over lack: nothing makes up for it.',
  })
  missed!: number

  /** A shortfall is never rounded away. */
  @Field(() => Float, {
    name: 'projectedShortBy',
    description: 'What pace and planned courses leave open at the end, up to the next quarter hour.',
  })
  shortUpToQuarter(@Root() { projectedShortBy }: RequirementForecast): number {
    return Math.ceil(projectedShortBy * 4) / 4
  }
}

@ObjectType({
  simpleResolvers: true,
  description: 'What became of the hours of one course for one requirement.',
})
export class CountedCredit {
  @Field(() => GraphQLUUID, { description: 'One of the courses in `earnedHours`.' })
  activityId(@Root() { credit }: CreditOutcome): string {
    return credit.id
  }

  @Field(() => Float, { description: 'What counts of it, in the unit of the requirement.' })
  counted!: number

  @Field(() => [CountReasonType], { description: 'Why not all of it; empty where all of it counts.' })
  reasons!: readonly CountReason[]
}

@ObjectType('RequirementExplained', {
  simpleResolvers: true,
  description: 'Why a figure is what it is: what the rule asks, each course, and where the pace leads.',
})
export class RequirementExplainedType {
  @Field(() => RequirementResultType)
  result!: RequirementResult

  @Field(() => AskedPer)
  per!: AskedPer

  @Field(() => Int, { nullable: true, description: 'Of SO_MANY_MONTHS; null otherwise.' })
  everyMonths!: number | null

  @Field(() => HolderCondition, {
    nullable: true,
    description: 'Asked only of holders of whom this is true; null: of all.',
  })
  onlyIf!: HolderCondition | null

  @Field(() => [CountedCredit])
  credits!: readonly CreditOutcome[]

  @Field(() => RequirementOutlook, { nullable: true, description: 'Null where there are no figures.' })
  outlook!: RequirementForecast | null
}

/** Every requirement of a certification with what became of each course, in the order of its requirements. */
export function explainedOf(
  { record, rule, assessment }: AssessedCertification,
  today: PlainDate,
): RequirementExplainedType[] {
  const ahead = [...assessment.forecast]
  return explainRequirements(record, today).map(({ result, credits }) => ({
    ...askedBy(rule, result.requirement),
    outlook: (isMeasured(result) ? ahead.shift() : undefined) ?? null,
    result,
    credits,
  }))
}
