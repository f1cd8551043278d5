import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { LateStep, SubmissionRule, TogetherRule } from '@alongside/shared/certification/rules/submission'
import { LateStatus } from './late-status.types.ts'

// When a renewal is sent in, what follows when it is late, and what belongs together, as the API shows it.

const CountsBy = { RECEIPT: 'receipt', POSTMARK: 'postmark', UPLOAD: 'upload' } as const
export const AskedAgain = { APPLICATION: 'application', EXAM: 'exam', TRAINING: 'training' } as const
const HoursTogether = { SHARED: 'shared', SEPARATE: 'separate' } as const

registerEnumType(CountsBy, { name: 'CountsBy', description: 'What is held against the day it is due.' })
registerEnumType(AskedAgain, { name: 'AskedAgain', description: 'What is asked anew of the late.' })
registerEnumType(HoursTogether, {
  name: 'HoursTogether',
  description: 'One set of hours serves all certifications of a person, or each needs its own.',
})

@ObjectType('SubmissionRule', { simpleResolvers: true, description: 'When a renewal can be sent in.' })
export class SubmissionRuleType implements SubmissionRule {
  @Field(() => Int, { nullable: true, description: 'Days before the expiry; null: not read.' })
  opensDaysBefore!: number | null

  @Field(() => Int, { nullable: true, description: 'Days before the expiry; null: not read.' })
  dueDaysBefore!: number | null

  @Field(() => Boolean, { description: 'The day it is due is only asked for.' })
  dueIsRequest!: boolean

  @Field(() => Int, {
    nullable: true,
    description: 'The fee after the due day; null: nothing was read of that.',
  })
  lateFeeUsd!: number | null

  @Field(() => CountsBy, { nullable: true, description: 'Null: not read.' })
  countsBy!: SubmissionRule['countsBy']

  @Field(() => [Int], { description: 'So many days before the expiry the board itself writes.' })
  noticesDaysBefore!: readonly number[]
}

@ObjectType('LateStep', { simpleResolvers: true, description: 'One step of what follows an expiry.' })
export class LateStepType implements LateStep {
  @Field(() => Int, { nullable: true, description: 'Days after the expiry; null: the last, without end.' })
  withinDays!: number | null

  @Field(() => Float, { nullable: true, description: '0: free; null: not read.' })
  feeUsd!: number | null

  @Field(() => LateStatus)
  status!: LateStep['status']

  @Field(() => Boolean, { description: 'Only for those whose hours were complete at the expiry.' })
  needsHoursComplete!: boolean

  @Field(() => Boolean, { description: 'Hours of each missed year are owed as well.' })
  owesMissedYears!: boolean

  @Field(() => [AskedAgain])
  again!: LateStep['again']

  @Field(() => String, { description: 'As it was read, in English; empty where nothing was.' })
  text!: string
}

@ObjectType('TogetherRule', {
  simpleResolvers: true,
  description: 'How certifications of one person belong together.',
})
export class TogetherRuleType implements TogetherRule {
  @Field(() => [String], { description: 'The ids of the other credentials.' })
  withCredentials!: readonly string[]

  @Field(() => HoursTogether)
  hours!: TogetherRule['hours']

  @Field(() => Boolean, { description: 'All of them follow the date of the latest.' })
  sameExpiry!: boolean

  @Field(() => [String], { description: 'It does not stand without one of these credentials.' })
  needsOneOf!: readonly string[]

  @Field(() => Float, { nullable: true, description: 'The fee for each further one, where it differs.' })
  furtherFeeUsd!: number | null
}
