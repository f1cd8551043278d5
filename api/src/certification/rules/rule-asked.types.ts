import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import {
  AmountUnit,
  type CategoryMinimum,
  type PracticeRequirement,
  ProofItem,
  type ProofRule,
  type RequiredTotal,
  type YearKind,
} from '@alongside/shared/certification/rules/asked'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import { PracticeKind } from './rule-words.types.ts'

// What a rule asks for, as the API shows and takes it.

export const AmountPer = { CYCLE: 'cycle', YEAR: 'year', QUARTER: 'quarter', MONTH: 'month' } as const
export const YearKindValue = {
  CALENDAR: 'calendar',
  HOLDER: 'holder',
  UNKNOWN: 'unknown',
} as const satisfies Record<string, YearKind>
export const ProofHow = { UPLOAD: 'upload', ATTEST: 'attest' } as const

registerEnumType(AmountPer, { name: 'AmountPer', description: 'The time that an amount is asked for.' })
registerEnumType(YearKindValue, {
  name: 'YearKind',
  description: "Whose year a yearly amount belongs to: the calendar's, the holder's own, or not read.",
})
registerEnumType(ProofHow, {
  name: 'ProofHow',
  description: 'Papers go in with each renewal, or are kept and shown in an audit.',
})
registerEnumType(ProofItem, {
  name: 'ProofItem',
  description: 'What a certificate of attendance has to show.',
})

@ObjectType('RequiredTotal', { simpleResolvers: true, description: 'What a renewal asks for in all.' })
export class RequiredTotalType {
  @Field(() => Float)
  amount!: number

  @Field(() => AmountUnit)
  unit!: RequiredTotal['unit']

  @Field(() => AmountPer)
  per!: RequiredTotal['per']

  @Field(() => YearKindValue, { description: 'Only of a yearly amount.' })
  yearKind!: YearKind

  @Field(() => HolderCondition, { nullable: true, description: 'Those to whom another amount applies.' })
  insteadIf!: HolderCondition | null

  @Field(() => Float, { nullable: true, description: 'The amount for those of `insteadIf`.' })
  insteadAmount!: number | null
}

export function toGraphqlTotal(total: RequiredTotal | null): RequiredTotalType | null {
  if (!total) return null
  const { insteadIf, ...parts } = total
  return { ...parts, insteadIf: insteadIf?.condition ?? null, insteadAmount: insteadIf?.amount ?? null }
}

@ObjectType('CategoryMinimum', { simpleResolvers: true, description: 'An amount asked in one category.' })
export class CategoryMinimumType {
  @Field(() => CeCategory)
  category!: CeCategory

  @Field(() => Float)
  amount!: number

  @Field(() => AmountUnit)
  unit!: CategoryMinimum['unit']

  @Field(() => CeCategory, { nullable: true, description: 'It stands inside the minimum of this category.' })
  within!: CeCategory | null

  @Field(() => Boolean, { description: 'What serves it may serve other minimums too.' })
  overlaps!: boolean

  @Field(() => Int, { nullable: true, description: 'Asked once in so many months; null: in each cycle.' })
  everyMonths!: number | null

  @Field(() => Boolean, { description: "Asked once in a holder's life." })
  once!: boolean

  @Field(() => HolderCondition, { nullable: true, description: 'Asked only of those of whom this holds.' })
  onlyIf!: HolderCondition | null
}

@ObjectType('PracticeRequirement', { simpleResolvers: true, description: 'Work or supervision asked for.' })
export class PracticeRequirementType {
  @Field(() => PracticeKind)
  kind!: PracticeRequirement['kind']

  @Field(() => Float)
  amount!: number

  @Field(() => AmountUnit)
  unit!: PracticeRequirement['unit']

  @Field(() => AmountPer)
  per!: PracticeRequirement['per']

  @Field(() => Int, { nullable: true, description: 'So many sessions must last `longMinutes` at least.' })
  longCount!: number | null

  @Field(() => Int, { nullable: true })
  longMinutes!: number | null
}

export function toGraphqlPractice({ longSessions, ...parts }: PracticeRequirement): PracticeRequirementType {
  return { ...parts, longCount: longSessions?.count ?? null, longMinutes: longSessions?.minutes ?? null }
}

@ObjectType('ProofRule', { simpleResolvers: true, description: 'How what was done is shown to the board.' })
export class ProofRuleType {
  @Field(() => ProofHow, { nullable: true, description: 'Null: not read.' })
  how!: ProofRule['how']

  @Field(() => Int, { nullable: true, description: 'Years for which proof is kept; null: not read.' })
  keepYears!: number | null

  @Field(() => [ProofItem])
  mustShow!: readonly ProofItem[]

  @Field(() => String, { nullable: true, description: 'What was read about audits, in English.' })
  audit!: string | null
}
