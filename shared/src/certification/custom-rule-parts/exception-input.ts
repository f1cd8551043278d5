/** What is refused of dated exceptions: days in no order, and one that would be no exception. */
import { isPlainDate } from '../../calendar/plain-date.ts'
import {
  validateChoice,
  validateText,
  validateWholeNumber,
  type ValidationError,
} from '../../validation/validation-error.ts'
import { HOLDER_CONDITIONS } from '../rules/holder-condition.ts'
import type { DatedException } from '../rules/terms.ts'
import type { ExceptionInput } from './rule-input.ts'

export const EXCEPTIONS_MOST = 10
export const EXCEPTION_TEXT_LIMIT = 300
export const MAX_EXTENSION_DAYS = 1_095

export const EXCEPTION_KINDS: readonly DatedException['kind'][] = [
  'hours-waived',
  'fee-waived',
  'date-extended',
]

export function validateException(exceptions: readonly ExceptionInput[]): ValidationError[] {
  if (exceptions.length > EXCEPTIONS_MOST)
    return [{ field: 'rule.exceptions', problem: 'too-many', limit: EXCEPTIONS_MOST }]
  return exceptions.flatMap((exception, place) => validateOwn(exception, `rule.exceptions.${place}`))
}

function validateOwn(exception: ExceptionInput, field: string): ValidationError[] {
  const { kind, onlyIf, days, text } = exception
  const isExtension = kind === 'date-extended'
  return [
    ...validateChoice(`${field}.kind`, [kind], EXCEPTION_KINDS),
    ...validateDay(exception, field),
    ...validateChoice(`${field}.onlyIf`, onlyIf == null ? [] : [onlyIf], HOLDER_CONDITIONS),
    ...(isExtension && days == null ? [{ field: `${field}.days`, problem: 'required' } as const] : []),
    ...(!isExtension && days != null
      ? [{ field: `${field}.days`, problem: 'does-not-add-up' } as const]
      : []),
    ...validateWholeNumber(`${field}.days`, days, 1, MAX_EXTENSION_DAYS),
    ...validateText(`${field}.text`, text?.trim(), EXCEPTION_TEXT_LIMIT),
  ]
}

/** For everybody and for good it would be the rule itself. */
function validateDay({ dueFrom, dueTo, onlyIf }: ExceptionInput, field: string): ValidationError[] {
  const unreal = Object.entries({ dueFrom, dueTo }).filter(([, day]) => day != null && !isPlainDate(day))
  if (unreal.length > 0) return unreal.map(([part]) => ({ field: `${field}.${part}`, problem: 'not-a-date' }))
  if (dueFrom == null && dueTo == null && onlyIf == null) {
    return [{ field: `${field}.dueTo`, problem: 'required' }]
  }
  const endsFirst = dueFrom != null && dueTo != null && dueTo < dueFrom
  return endsFirst ? [{ field: `${field}.dueTo`, problem: 'before-its-start', limit: dueFrom }] : []
}
