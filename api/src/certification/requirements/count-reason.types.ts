import { Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql'
import type { CountReason } from '@alongside/shared/certification/course-check/credit-outcome'
import { type CreditLimit, CreditUnit } from '@alongside/shared/certification/rules/limits'
import { CreditLimitType } from '../rules/rule-limit.types.ts'
import { CountingWindow } from './requirement.types.ts'

const CountReasonKind = {
  OUTSIDE_WINDOW: 'outside-window',
  PLANNED: 'planned',
  PLANNED_AND_PAST: 'planned-and-past',
  SAME_COURSE: 'same-course',
  FOR_ANOTHER_CERTIFICATION: 'for-another-certification',
  GIVEN_TO_NONE: 'given-to-none',
  UNIT_NOT_CONVERTED: 'unit-not-converted',
  LIMIT: 'limit',
  LIMIT_NOT_KNOWN: 'limit-not-known',
  CROSSES_WINDOW: 'crosses-window',
  REPEAT_NOT_READ: 'repeat-not-read',
  MAYBE_SAME_COURSE: 'maybe-same-course',
  OTHER_CATEGORY: 'other-category',
  NOT_NEEDED: 'not-needed',
  RULE_NOT_READ: 'rule-not-read',
} as const satisfies Record<string, CountReason['kind']>

const SameCourse = {
  SAME_DAY: 'same-day',
  ONCE_A_CYCLE: 'once-a-cycle',
  ONCE_EVER: 'once-ever',
} as const satisfies Record<string, Extract<CountReason, { kind: 'same-course' }>['as']>

registerEnumType(CountReasonKind, {
  name: 'CountReasonKind',
  description: 'Why hours do not count, or not all of them.',
})
registerEnumType(SameCourse, {
  name: 'SameCourse',
  description: 'How often the same course counts: once on a day, once in a cycle, or once ever.',
})

@InterfaceType('CountReason', {
  description: 'Why hours do not count, or not all of them, with the values of its kind.',
  resolveType: ({ kind }: CountReason) => REASONS[kind] ?? OtherCountReason,
})
export abstract class CountReasonType {
  @Field(() => CountReasonKind)
  kind!: CountReason['kind']
}

const why = (description: string) => ({ implements: CountReasonType, simpleResolvers: true, description })

@ObjectType(why('Held before or after the days in which something counts; of CROSSES_WINDOW, partly.'))
export class OutsideWindowReason extends CountReasonType {
  @Field(() => CountingWindow)
  window!: CountingWindow
}

@ObjectType(why('The same course counts only so often.'))
export class SameCourseReason extends CountReasonType {
  @Field(() => SameCourse, { name: 'counts', simple: false })
  as!: (typeof SameCourse)[keyof typeof SameCourse]
}

@ObjectType(why('The board does not say what one such unit stands for.'))
export class UnitNotConvertedReason extends CountReasonType {
  @Field(() => CreditUnit)
  unit!: CreditUnit
}

@ObjectType(why('A limit of the rule; of LIMIT_NOT_KNOWN one that the course leaves open.'))
export class LimitReason extends CountReasonType {
  @Field(() => CreditLimitType)
  limit!: CreditLimit
}

@ObjectType(why('A reason that its kind says in full.'))
export class OtherCountReason extends CountReasonType {}

const REASONS: Partial<Record<CountReason['kind'], new () => CountReasonType>> = {
  'outside-window': OutsideWindowReason,
  'crosses-window': OutsideWindowReason,
  'same-course': SameCourseReason,
  'unit-not-converted': UnitNotConvertedReason,
  limit: LimitReason,
  'limit-not-known': LimitReason,
}
