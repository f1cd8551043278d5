import { Field, Float, ObjectType, registerEnumType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { DeliveryMode } from '@alongside/shared/certification/catalogue/delivery-mode'
import {
  CourseContent,
  type CreditConversion,
  type CreditLimit,
  CreditUnit,
  EarnedBy,
} from '@alongside/shared/certification/rules/limits'

// What a rule does not count, or counts only in part, as the API shows it.

export const LimitKind = {
  DELIVERY_MOST: 'delivery-most',
  DELIVERY_ONLY: 'delivery-only',
  EARNED_BY_SHARE: 'earned-by-share',
  EARNED_BY_MOST: 'earned-by-most',
  EARNED_BY_NEVER: 'earned-by-never',
  SPONSOR_LEAST: 'sponsor-least',
  SPONSOR_MOST: 'sponsor-most',
  APPROVED_ONLY: 'approved-only',
  CONTENT_NEVER: 'content-never',
  CATEGORY_MOST: 'category-most',
} as const satisfies Record<string, CreditLimit['kind']>

registerEnumType(LimitKind, { name: 'CreditLimitKind', description: 'What a rule holds back, and how.' })

@ObjectType('CreditLimit', {
  simpleResolvers: true,
  description: 'One limit with its values; only those of its kind are set.',
})
export class CreditLimitType {
  @Field(() => LimitKind)
  kind!: CreditLimit['kind']

  @Field(() => [DeliveryMode], { nullable: true, description: 'The ways of attending that it is about.' })
  modes!: readonly DeliveryMode[] | null

  @Field(() => CeCategory, { nullable: true })
  category!: CeCategory | null

  @Field(() => [EarnedBy], { nullable: true, description: 'How the hours came about.' })
  earnedBy!: readonly EarnedBy[] | null

  @Field(() => [CourseContent], { nullable: true })
  contents!: readonly CourseContent[] | null

  @Field(() => String, { nullable: true, description: 'The sponsor, or who approves.' })
  sponsor!: string | null

  @Field(() => Float, { nullable: true, description: 'At most, or at least, so many hours.' })
  hours!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'The share that counts, or that may be so, in percent.',
  })
  percent!: number | null

  @Field(() => Boolean, { nullable: true, description: 'Of APPROVED_ONLY: the board can be asked.' })
  petition!: boolean | null

  @Field(() => Float, { nullable: true, description: 'Of APPROVED_ONLY: what asking costs for an hour.' })
  feeUsdPerHour!: number | null
}

@ObjectType('CreditConversion', { simpleResolvers: true, description: 'Hours that one unit stands for.' })
export class CreditConversionType {
  @Field(() => CreditUnit)
  from!: CreditConversion['from']

  @Field(() => Float)
  hours!: number
}

const NOTHING = {
  modes: null,
  category: null,
  earnedBy: null,
  contents: null,
  sponsor: null,
  hours: null,
  percent: null,
  petition: null,
  feeUsdPerHour: null,
} as const

export function toGraphqlLimit(limit: CreditLimit): CreditLimitType {
  switch (limit.kind) {
    case 'earned-by-share':
    case 'earned-by-most': {
      const { by, ...parts } = limit
      return { ...NOTHING, ...parts, earnedBy: [by] }
    }
    case 'earned-by-never':
      return { ...NOTHING, kind: limit.kind, earnedBy: limit.by }
    case 'approved-only': {
      const { by, ...parts } = limit
      return { ...NOTHING, ...parts, sponsor: by }
    }
    default:
      return { ...NOTHING, ...limit }
  }
}
