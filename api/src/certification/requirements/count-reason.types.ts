import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import type { CountReason } from '@alongside/shared/certification/course-check/credit-outcome'
import { CreditUnit } from '@alongside/shared/certification/rules/limits'
import { CreditLimitType, toGraphqlLimit } from '../rules/rule-limit.types.ts'

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

@ObjectType('CountReason', {
  simpleResolvers: true,
  description:
    'Why hours do not count, or not all of them, with the part of the rule that says so; only fields of its kind are set.',
})
export class CountReasonType {
  @Field(() => CountReasonKind)
  kind!: CountReason['kind']

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day on which hours count.' })
  countsFrom!: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day on which hours count.' })
  countsUntil!: string | null

  @Field(() => SameCourse, { nullable: true })
  sameCourse!: (typeof SameCourse)[keyof typeof SameCourse] | null

  @Field(() => CreditUnit, { nullable: true })
  unit!: CreditUnit | null

  @Field(() => CreditLimitType, {
    nullable: true,
    description: 'The part of the rule; of LIMIT, and of LIMIT_NOT_KNOWN, where the course leaves it open.',
  })
  limit!: CreditLimitType | null
}

export function toGraphqlCountReason(reason: CountReason): CountReasonType {
  const { kind } = reason
  switch (kind) {
    case 'outside-window':
    case 'crosses-window':
      return { ...NOTHING, kind, countsFrom: reason.window.startsOn, countsUntil: reason.window.endsOn }
    case 'same-course':
      return { ...NOTHING, kind, sameCourse: reason.as }
    case 'unit-not-converted':
      return { ...NOTHING, kind, unit: reason.unit }
    case 'limit':
    case 'limit-not-known':
      return { ...NOTHING, kind, limit: toGraphqlLimit(reason.limit) }
    default:
      return { ...NOTHING, kind }
  }
}

const NOTHING = { countsFrom: null, countsUntil: null, sameCourse: null, unit: null, limit: null } as const
