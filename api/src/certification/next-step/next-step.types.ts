import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, InterfaceType, ObjectType, registerEnumType } from 'type-graphql'
import type { RequirementForecast } from '@alongside/shared/certification/forecast/forecast'
import { GapState, type Gaps } from '@alongside/shared/certification/next-step/gaps'
import type { NextStep } from '@alongside/shared/certification/next-step/next-step'
import type { SubmissionDay } from '@alongside/shared/certification/next-step/submission-day'
import type { UnknownRequirement } from '@alongside/shared/certification/requirements/requirement-result'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import type { LateStep } from '@alongside/shared/certification/rules/submission'
import { RequirementOutlook } from '../requirements/explained.types.ts'
import { RequirementResultType } from '../requirements/requirement.types.ts'
import { AskedAgain } from '../rules/rule-submission.types.ts'

// The one thing to do next, and what is missing in one sum: both as the shared rule decides, with the values of their kind.

const NextStepKind = {
  NOTHING: 'nothing',
  ASK_BOARD: 'ask-board',
  ENTER_PRINTED_DAY: 'enter-printed-day',
  EARN: 'earn',
  MISSED: 'missed',
  ANSWER: 'answer',
  CONFIRM_COURSES: 'confirm-courses',
  FIND_OUT: 'find-out',
  SUBMIT: 'submit',
  CHECK_OPENING: 'check-opening',
  SUBMIT_LATE: 'submit-late',
  ASK_LATE_HOURS: 'ask-late-hours',
  LATE_ONLY_IF_COMPLETE: 'late-only-if-complete',
  REINSTATE: 'reinstate',
} as const satisfies Record<string, NextStep['kind']>

registerEnumType(NextStepKind, { name: 'NextStepKind', description: 'What there is to do.' })
registerEnumType(GapState, {
  name: 'GapState',
  description: 'Whether everything is there: MET only where no part is short, unknown or unconfirmed.',
})

@ObjectType('Gaps', { simpleResolvers: true, description: 'What is missing of a renewal, in one sum.' })
export class GapsType {
  @Field(() => GapState)
  state!: GapState

  @Field(() => Float, { description: 'The fewest hours of courses that close every gap counted in hours.' })
  hours!: number

  @Field(() => Float, { description: 'The same of what is counted in courses.' })
  courses!: number

  @Field(() => Float, { description: 'Hours that rest on open questions about courses.' })
  unconfirmed!: number
}

@ObjectType('SubmissionDay', {
  simpleResolvers: true,
  description: 'The day by which the board wants the renewal.',
})
export class SubmissionDayType {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'That day while it is ahead; null: none is known, or it has passed.',
  })
  byOn!: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'That day once it has passed.' })
  wantedOn!: string | null

  @Field(() => Boolean, { description: 'It is only asked for: nothing follows from a later day.' })
  isRequest!: boolean

  @Field(() => Float, { nullable: true, description: 'What it costs after that day; null: not known.' })
  lateFeeUsd!: number | null
}

@InterfaceType('NextStep', {
  description: "What to do next: never later than the board's day, and never to send in what is incomplete.",
  resolveType: ({ kind }: NextStep) => STEPS[kind],
})
export abstract class NextStepType {
  @Field(() => NextStepKind)
  kind!: NextStep['kind']
}

const step = (description: string) => ({ implements: NextStepType, simpleResolvers: true, description })

@ObjectType(step('A step that its kind says in full: nothing, or to ask the board what it needs.'))
export class PlainStep extends NextStepType {}

@ObjectType(step('The printed day of the certificate is needed.'))
export class EnterPrintedDayStep extends NextStepType {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The end that the rule counts, if any.' })
  endsOn!: string | null
}

@ObjectType(step('Something is missing and can still be earned.'))
export class EarnStep extends NextStepType {
  @Field(() => RequirementOutlook)
  gap!: RequirementForecast

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Null: the board's day has passed, so now." })
  byOn!: string | null

  @Field(() => SubmissionDayType)
  submission!: SubmissionDay
}

@ObjectType(step('Only periods that are over lack something.'))
export class MissedStep extends NextStepType {
  @Field(() => RequirementOutlook)
  gap!: RequirementForecast
}

@ObjectType(step('A question about the holder is not answered.'))
export class AnswerStep extends NextStepType {
  @Field(() => HolderCondition)
  condition!: HolderCondition

  @Field(() => SubmissionDayType)
  submission!: SubmissionDay
}

@ObjectType(step('It is complete only if the board approves courses, or counts them again.'))
export class ConfirmCoursesStep extends NextStepType {
  @Field(() => Float)
  hours!: number

  @Field(() => SubmissionDayType)
  submission!: SubmissionDay
}

@ObjectType(step('A part of what is asked is not known.'))
export class FindOutStep extends NextStepType {
  @Field(() => RequirementResultType)
  about!: UnknownRequirement

  @Field(() => SubmissionDayType)
  submission!: SubmissionDay
}

@ObjectType(step('It is complete, and can be sent in.'))
export class SubmitStep extends NextStepType {
  @Field(() => GraphQLLocalDate)
  byOn!: string

  @Field(() => Boolean, { description: 'This renewal asks for no hours.' })
  onlyFee!: boolean

  @Field(() => SubmissionDayType)
  submission!: SubmissionDay
}

@ObjectType(step('By a page that was read later, renewal may be open.'))
export class CheckOpeningStep extends NextStepType {
  @Field(() => GraphQLLocalDate)
  opensOn!: string
}

@ObjectType(step('It has expired complete, and the board still takes it.'))
export class SubmitLateStep extends NextStepType {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null: none is known.' })
  byOn!: string | null

  @Field(() => Float, { nullable: true, description: 'What it costs; null: not known.' })
  feeUsd!: number | null
}

@ObjectType(step('It has expired incomplete; whether new hours still count is for the board to say.'))
export class AskLateHoursStep extends NextStepType {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null: none is known.' })
  byOn!: string | null

  @Field(() => Float, { nullable: true, description: 'What it costs; null: not known.' })
  feeUsd!: number | null

  @Field(() => GapsType)
  gaps!: Gaps
}

@ObjectType(step('It has lapsed: the way back.'))
export class ReinstateStep extends NextStepType {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null: none is known.' })
  byOn!: string | null

  @Field(() => Float, { nullable: true, description: 'What it costs; null: not known.' })
  feeUsd!: number | null

  @Field(() => [AskedAgain], { description: 'What must be repeated.' })
  again!: LateStep['again']
}

@ObjectType(step('The late renewal is only for those who were complete on the last day.'))
export class LateOnlyIfCompleteStep extends NextStepType {
  @Field(() => GapsType)
  gaps!: Gaps

  @Field(() => GraphQLLocalDate)
  endedOn!: string
}

const STEPS = {
  nothing: PlainStep,
  'ask-board': PlainStep,
  'enter-printed-day': EnterPrintedDayStep,
  earn: EarnStep,
  missed: MissedStep,
  answer: AnswerStep,
  'confirm-courses': ConfirmCoursesStep,
  'find-out': FindOutStep,
  submit: SubmitStep,
  'check-opening': CheckOpeningStep,
  'submit-late': SubmitLateStep,
  'ask-late-hours': AskLateHoursStep,
  'late-only-if-complete': LateOnlyIfCompleteStep,
  reinstate: ReinstateStep,
} as const
