/** What is refused of the limits of a rule: values that their kind does not have, and limits that nothing could meet. */
import { validateLine } from '../../validation/one-line.ts'
import {
  validateChoice,
  validateWholeNumber,
  type ValidationError,
} from '../../validation/validation-error.ts'
import { CE_CATEGORIES } from '../catalogue/ce-category.ts'
import { DELIVERY_MODES } from '../catalogue/delivery-mode.ts'
import { COURSE_CONTENTS, EARNED_BY } from '../rules/limits.ts'
import { LIMIT_PARTS, type LimitInput } from './limit-parts.ts'
import { validateAmount } from './minimum-input.ts'
import type { RuleInput } from './rule-input.ts'

export const LIMITS_MOST = 20
export const SPONSOR_LIMIT = 120
const MAX_FEE_USD_PER_HOUR = 500

export function validateLimit(rule: RuleInput): ValidationError[] {
  const limits = rule.limits ?? []
  if (limits.length > LIMITS_MOST) return [{ field: 'rule.limits', problem: 'too-many', limit: LIMITS_MOST }]
  const own = limits.flatMap((limit, place) => [
    ...validatePart(limit, `rule.limits.${place}`),
    ...validateHours(limit, `rule.limits.${place}.hours`, rule),
  ])
  return own.length > 0 ? own : validateTogether(limits, rule)
}

function isSet(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'string' ? value.trim() !== '' : value != null && value !== false
}

/** The parts of its kind, and no others; each a choice or a figure that there is. */
function validatePart(limit: LimitInput, field: string): ValidationError[] {
  const { modes, earnedBy, contents, category, sponsor, percent, feeUsdPerHour } = limit
  const { asks, may } = LIMIT_PARTS[limit.kind]
  const set = (Object.keys(limit) as (keyof LimitInput)[]).filter((part) => isSet(limit[part]))
  const strange = set.filter((part) => part !== 'kind' && !asks.includes(part) && !may.includes(part))
  return [
    ...asks
      .filter((part) => !set.includes(part))
      .map((part) => validationError(`${field}.${part}`, 'required')),
    ...strange.map((part) => validationError(`${field}.${part}`, 'does-not-add-up')),
    ...validateChoice(`${field}.modes`, modes ?? [], DELIVERY_MODES),
    ...validateChoice(`${field}.earnedBy`, earnedBy ?? [], EARNED_BY),
    ...validateChoice(`${field}.contents`, contents ?? [], COURSE_CONTENTS),
    ...validateChoice(`${field}.category`, category == null ? [] : [category], CE_CATEGORIES),
    ...validateLine(`${field}.sponsor`, sponsor, SPONSOR_LIMIT),
    ...validateWholeNumber(`${field}.percent`, percent, 0, 100),
    ...validateWholeNumber(`${field}.feeUsdPerHour`, feeUsdPerHour, 0, MAX_FEE_USD_PER_HOUR),
    ...validateBreadth(limit, field),
  ]
}

/** What is held back is a part of the ways that there are; a share or a ceiling is for one way of earning. */
function validateBreadth({ kind, modes, earnedBy }: LimitInput, field: string): ValidationError[] {
  const ways = kind === 'earned-by-never' ? EARNED_BY.length - 1 : 1
  if ((earnedBy?.length ?? 0) > ways) return [validationError(`${field}.earnedBy`, 'too-many', ways)]
  const isAll = kind !== 'approved-only' && (modes?.length ?? 0) >= DELIVERY_MODES.length
  return isAll ? [validationError(`${field}.modes`, 'too-many', DELIVERY_MODES.length - 1)] : []
}

/** No limit stands above the total, and none below the minimum of the same topic. */
function validateHours(
  { kind, hours, percent, category }: LimitInput,
  field: string,
  rule: RuleInput,
): ValidationError[] {
  const { total, minimums } = rule
  if (kind === 'delivery-most' && hours == null && percent == null)
    return [validationError(field, 'required')]
  if (hours == null) return []
  if (percent != null) return [validationError(field, 'does-not-add-up')]
  const malformed = validateAmount(field, hours, 'hours', kind === 'sponsor-least' ? undefined : 0)
  if (malformed.length > 0) return malformed
  if (total?.unit === 'hours' && hours > total.amount)
    return [validationError(field, 'too-large', total.amount)]
  const same = minimums.find((each) => kind === 'category-most' && each.category === category)
  const isRequired = same?.unit === 'hours' && same.onlyIf == null && !same.once && same.everyMonths == null
  return isRequired && hours < same.amount ? [validationError(field, 'too-small', same.amount)] : []
}

/** Each is about something else, and all can be met at once. */
function validateTogether(limits: readonly LimitInput[], { total }: RuleInput): ValidationError[] {
  const subjects = limits.map(({ kind, modes, category, earnedBy, contents, sponsor }) =>
    JSON.stringify([kind, modes?.toSorted(), category, earnedBy, contents, sponsor?.trim().toLowerCase()]),
  )
  const never = limits.flatMap(({ kind, earnedBy }) => (kind === 'earned-by-never' ? (earnedBy ?? []) : []))
  const least = limits.filter(({ kind }) => kind === 'sponsor-least')
  const sum = least.reduce((hours, limit) => hours + (limit.hours ?? 0), 0)
  return [
    ...(new Set(subjects).size < subjects.length ? [validationError('rule.limits', 'repeated')] : []),
    ...(total?.unit === 'hours' && sum > total.amount
      ? [validationError('rule.limits', 'does-not-add-up', total.amount)]
      : []),
    ...limits.flatMap(({ kind, earnedBy, sponsor, hours }, place): ValidationError[] => {
      const isNever = kind !== 'earned-by-never' && (earnedBy ?? []).some((way) => never.includes(way))
      const asked = least.find((each) => kind === 'sponsor-most' && each.sponsor === sponsor)?.hours ?? 0
      return [
        ...(isNever ? [validationError(`rule.limits.${place}.earnedBy`, 'does-not-add-up')] : []),
        ...((hours ?? 0) < asked ? [validationError(`rule.limits.${place}.hours`, 'too-small', asked)] : []),
      ]
    }),
  ]
}

const validationError = (
  field: string,
  problem: ValidationError['problem'],
  limit?: number,
): ValidationError => ({
  field,
  problem,
  ...(limit === undefined ? {} : { limit }),
})
