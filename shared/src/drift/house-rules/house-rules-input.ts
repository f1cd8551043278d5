import type { HouseRulesText } from '../role-agreement/role-agreement.ts'
import { isBlank } from '../../validation/one-line.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'

export const HOUSE_RULE_LIMIT = 500

/** What the first page of a role agreement tells, in this order. */
export const HOUSE_RULE_FIELDS = ['transport', 'homeVisits', 'rideAlong', 'outOfHours', 'whoAsks'] as const
export type HouseRuleField = (typeof HOUSE_RULE_FIELDS)[number]

/** Refuses rules that say nothing at all; each of them can be left open. */
export function validateHouseRules(rules: Partial<HouseRulesText>): ValidationError[] {
  const isEmpty = HOUSE_RULE_FIELDS.every((field) => isBlank(rules[field]))
  return [
    ...(isEmpty ? [{ field: 'transport', problem: 'required' } as const] : []),
    ...HOUSE_RULE_FIELDS.flatMap((field) => validateText(field, rules[field], HOUSE_RULE_LIMIT)),
  ]
}
