import { Field, Float, InterfaceType, ObjectType, registerEnumType, Root } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { DeliveryMode } from '@alongside/shared/certification/catalogue/delivery-mode'
import {
  CourseContent,
  type CreditConversion,
  type CreditLimit,
  CreditUnit,
  EarnedBy,
} from '@alongside/shared/certification/rules/limits'

// What a rule does not count, or counts only in part: the limits of the shared rule, each with the values of its kind.

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

@InterfaceType('CreditLimit', {
  description: 'One limit of a rule, with the values of its kind.',
  resolveType: (limit: CreditLimit) => typeOf(limit),
})
export abstract class CreditLimitType {
  @Field(() => LimitKind)
  kind!: CreditLimit['kind']
}

const ofLimit = (description: string) => ({ implements: CreditLimitType, simpleResolvers: true, description })

@ObjectType(ofLimit('At most so many hours by these ways of attending.'))
export class DeliveryHoursLimit extends CreditLimitType {
  @Field(() => [DeliveryMode])
  modes!: readonly DeliveryMode[]

  @Field(() => Float)
  hours!: number
}

@ObjectType(ofLimit('At most such a share of the total by these ways of attending.'))
export class DeliveryShareLimit extends CreditLimitType {
  @Field(() => [DeliveryMode])
  modes!: readonly DeliveryMode[]

  @Field(() => Float)
  percent!: number
}

@ObjectType(ofLimit('Hours of a category count only by these ways of attending.'))
export class DeliveryCategoryLimit extends CreditLimitType {
  @Field(() => CeCategory)
  category!: CeCategory

  @Field(() => [DeliveryMode])
  modes!: readonly DeliveryMode[]
}

type LimitOfEarning = Extract<CreditLimit, { kind: `earned-by-${string}` }>

@ObjectType(ofLimit('Hours that came about like this do not count.'))
export class EarnedByLimit extends CreditLimitType {
  @Field(() => [EarnedBy])
  earnedBy(@Root() { by }: LimitOfEarning): EarnedBy[] {
    return [by].flat()
  }
}

@ObjectType(ofLimit('At most so many hours that came about like this.'))
export class EarnedByHoursLimit extends EarnedByLimit {
  @Field(() => Float)
  hours!: number
}

@ObjectType(ofLimit('Only such a share of the hours that came about like this.'))
export class EarnedByShareLimit extends EarnedByLimit {
  @Field(() => Float)
  percent!: number
}

@ObjectType(ofLimit('At least, or at most, so many hours from one sponsor.'))
export class SponsorLimit extends CreditLimitType {
  @Field(() => String, { description: 'As on the certificate.' })
  sponsor!: string

  @Field(() => Float)
  hours!: number
}

type LimitToApproved = Extract<CreditLimit, { kind: 'approved-only' }>

@ObjectType(ofLimit('Counts only when it was approved.'))
export class ApprovedOnlyLimit extends CreditLimitType {
  @Field(() => String, { description: 'Who approves.' })
  sponsor(@Root() { by }: LimitToApproved): string {
    return by
  }

  @Field(() => [DeliveryMode], {
    name: 'modes',
    description: 'Only of these ways of attending; empty: of all.',
  })
  onlyModes(@Root() { modes }: LimitToApproved): readonly DeliveryMode[] {
    return modes ?? []
  }

  @Field(() => Boolean, { description: 'The board can be asked.' })
  petition!: boolean

  @Field(() => Float, {
    nullable: true,
    description: 'What asking costs for an hour; null: nothing, or not read.',
  })
  feeUsdPerHour!: number | null
}

@ObjectType(ofLimit('Content that does not count.'))
export class ContentLimit extends CreditLimitType {
  @Field(() => [CourseContent])
  contents!: readonly CourseContent[]
}

@ObjectType(ofLimit('At most so many hours that serve this category and no other.'))
export class CategoryLimit extends CreditLimitType {
  @Field(() => CeCategory)
  category!: CeCategory

  @Field(() => Float)
  hours!: number
}

const LIMITS = {
  'delivery-only': DeliveryCategoryLimit,
  'earned-by-share': EarnedByShareLimit,
  'earned-by-most': EarnedByHoursLimit,
  'earned-by-never': EarnedByLimit,
  'sponsor-least': SponsorLimit,
  'sponsor-most': SponsorLimit,
  'approved-only': ApprovedOnlyLimit,
  'content-never': ContentLimit,
  'category-most': CategoryLimit,
} as const

function typeOf(limit: CreditLimit) {
  if (limit.kind !== 'delivery-most') return LIMITS[limit.kind]
  return limit.hours === null ? DeliveryShareLimit : DeliveryHoursLimit
}

@ObjectType('CreditConversion', { simpleResolvers: true, description: 'Hours that one unit stands for.' })
export class CreditConversionType {
  @Field(() => CreditUnit)
  from!: CreditConversion['from']

  @Field(() => Float)
  hours!: number
}
