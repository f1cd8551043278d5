import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { CreditOutcome } from '@alongside/shared/certification/course-check/credit-outcome'
import type { RequirementForecast } from '@alongside/shared/certification/forecast/forecast'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import type { Requirement } from '@alongside/shared/certification/requirements/requirement-result'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import { upToQuarter } from '../status/status.types.ts'
import { CountReasonType, toGraphqlCountReason } from './count-reason.types.ts'

export const AskedPer = {
  CYCLE: 'cycle',
  CALENDAR_YEAR: 'calendar-year',
  HOLDERS_YEAR: 'holders-year',
  YEAR: 'year',
  QUARTER: 'quarter',
  MONTH: 'month',
  SO_MANY_MONTHS: 'so-many-months',
  ONCE: 'once',
} as const
export type AskedPer = (typeof AskedPer)[keyof typeof AskedPer]
registerEnumType(AskedPer, {
  name: 'AskedPer',
  description: 'How often an amount is asked. YEAR: which year it is was not read.',
})

@ObjectType('CreditOutcome', {
  simpleResolvers: true,
  description: 'What became of the hours of one course for one requirement.',
})
export class CreditOutcomeType {
  @Field(() => GraphQLUUID, { description: 'One of the courses in `earnedHours`.' })
  activityId!: string

  @Field(() => Float, { description: 'What counts of it, in the unit of the requirement.' })
  counted!: number

  @Field(() => [CountReasonType], { description: 'Why not all of it; empty where all of it counts.' })
  reasons!: CountReasonType[]
}

@ObjectType('RequirementExplained', {
  simpleResolvers: true,
  description: 'Why a figure is what it is: what the rule asks, each course, and where the pace leads.',
})
export class RequirementExplainedType {
  @Field(() => AskedPer)
  per!: AskedPer

  @Field(() => Int, { nullable: true, description: 'Of SO_MANY_MONTHS.' })
  everyMonths!: number | null

  @Field(() => HolderCondition, {
    nullable: true,
    description: 'Asked only of holders of whom this is true.',
  })
  onlyIf!: HolderCondition | null

  @Field(() => [CreditOutcomeType])
  credits!: CreditOutcomeType[]

  @Field(() => Float, { nullable: true, description: 'Null, like what follows, where there are no figures.' })
  perYearAtPace!: number | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "The day on which it is met at today's pace with planned courses; null: it is met, or never.",
  })
  metOn!: string | null

  @Field(() => Float, { nullable: true, description: 'What is still open of what is due by `dueBy`.' })
  openNow!: number | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day, or that of the running year, quarter or month of what each asks for itself.',
  })
  dueBy!: string | null

  @Field(() => Float, {
    nullable: true,
    description: 'What years, quarters or months that are over lack: nothing makes up for it.',
  })
  missed!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'What pace and planned courses leave open at the end, up to the next quarter hour.',
  })
  projectedShortBy!: number | null
}

/** What the rule says of a requirement beside its amount. */
export function askedBy(
  rule: RenewalRule,
  requirement: Requirement,
): Pick<RequirementExplainedType, 'per' | 'everyMonths' | 'onlyIf'> {
  const inCycle = { per: AskedPer.CYCLE, everyMonths: null, onlyIf: null }
  switch (requirement.kind) {
    case 'total':
      return { ...inCycle, per: rule.total?.per === 'year' ? YEARS[rule.total.yearKind] : AskedPer.CYCLE }
    case 'minimum': {
      const minimum = rule.minimums.find(({ category }) => category === requirement.category)
      if (!minimum) return inCycle
      const { everyMonths, once, onlyIf } = minimum
      const per = once ? AskedPer.ONCE : everyMonths === null ? AskedPer.CYCLE : AskedPer.SO_MANY_MONTHS
      return { per, everyMonths, onlyIf }
    }
    case 'sponsor':
      return inCycle
    case 'practice': {
      const practice = rule.practice.find(({ kind }) => kind === requirement.practice)
      return { ...inCycle, per: practice?.per ?? AskedPer.CYCLE }
    }
  }
}

const YEARS = {
  calendar: AskedPer.CALENDAR_YEAR,
  holder: AskedPer.HOLDERS_YEAR,
  unknown: AskedPer.YEAR,
} as const

export function toGraphqlOutcome({ credit, counted, reasons }: CreditOutcome): CreditOutcomeType {
  return { activityId: credit.id, counted, reasons: reasons.map(toGraphqlCountReason) }
}

const NO_PACE = {
  perYearAtPace: null,
  metOn: null,
  openNow: null,
  dueBy: null,
  missed: null,
  projectedShortBy: null,
} as const

export function toGraphqlPace(
  forecast: RequirementForecast | undefined,
): Omit<RequirementExplainedType, 'per' | 'everyMonths' | 'onlyIf' | 'credits'> {
  if (!forecast) return NO_PACE
  const { hoursPerYearAtPace, metOn, openNow, dueBy, missed, projectedShortBy } = forecast
  return {
    openNow,
    dueBy,
    missed,
    perYearAtPace: Math.round(hoursPerYearAtPace * 4) / 4,
    metOn: metOn.kind === 'on' ? metOn.on : null,
    projectedShortBy: upToQuarter(projectedShortBy),
  }
}
