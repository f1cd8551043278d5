import { registerEnumType } from 'type-graphql'
import type { Requirement } from '@alongside/shared/certification/requirements/requirement-result'
import { AmountUnit, type PracticeRequirement } from '@alongside/shared/certification/rules/asked'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import { CourseContent, CreditUnit, EarnedBy } from '@alongside/shared/certification/rules/limits'

// The closed lists that rules, credits and certifications have in common; each is registered once, here.

export const PracticeKind = {
  SERVICE: 'service',
  SUPERVISION: 'supervision',
  CO_REFLECTION: 'co-reflection',
} as const satisfies Record<string, PracticeRequirement['kind']>
export type PracticeKind = PracticeRequirement['kind']

export const RequirementKind = {
  TOTAL: 'total',
  MINIMUM: 'minimum',
  SPONSOR: 'sponsor',
  PRACTICE: 'practice',
} as const satisfies Record<string, Requirement['kind']>

registerEnumType(AmountUnit, { name: 'AmountUnit', description: 'What an amount is counted in.' })
registerEnumType(PracticeKind, {
  name: 'PracticeKind',
  description: 'Work or supervision that a renewal asks for beside courses.',
})
registerEnumType(RequirementKind, {
  name: 'RequirementKind',
  description: 'The total, a minimum in a category, a minimum from one sponsor, or work beside courses.',
})
registerEnumType(HolderCondition, {
  name: 'HolderCondition',
  description: 'What a rule asks about the holder before it asks for hours.',
})
registerEnumType(EarnedBy, { name: 'EarnedBy', description: 'How hours came about.' })
registerEnumType(CourseContent, { name: 'CourseContent', description: 'Content that some boards refuse.' })
registerEnumType(CreditUnit, {
  name: 'CreditUnit',
  description: 'What the amount on a certificate is in; only contact hours count as they stand.',
})
