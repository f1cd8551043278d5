/** What is refused of dated exceptions: days in no order, and one that would be no exception. */
import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { choiceRefusals, textRefusals, wholeNumberRefusals, type Refusal } from '../../validation/refusal.ts'
import { HOLDER_CONDITIONS, type HolderCondition } from '../rules/holder-condition.ts'
import type { DatedException } from '../rules/terms.ts'

export const EXCEPTIONS_MOST = 10
export const EXCEPTION_TEXT_LIMIT = 300
export const EXTENSION_MOST_DAYS = 1_095

export const EXCEPTION_KINDS: readonly DatedException['kind'][] = [
  'hours-waived',
  'fee-waived',
  'date-extended',
]

export interface ExceptionInput {
  readonly kind: DatedException['kind']
  readonly dueFrom?: PlainDate | null
  readonly dueTo?: PlainDate | null
  readonly onlyIf?: HolderCondition | null
  readonly days?: number | null
  readonly text?: string | null
}

export function exceptionRefusals(exceptions: readonly ExceptionInput[]): Refusal[] {
  if (exceptions.length > EXCEPTIONS_MOST)
    return [{ field: 'rule.exceptions', problem: 'too-many', limit: EXCEPTIONS_MOST }]
  return exceptions.flatMap((exception, place) => ownRefusals(exception, `rule.exceptions.${place}`))
}

function ownRefusals(exception: ExceptionInput, field: string): Refusal[] {
  const { kind, onlyIf, days, text } = exception
  const isExtension = kind === 'date-extended'
  return [
    ...choiceRefusals(`${field}.kind`, [kind], EXCEPTION_KINDS),
    ...dayRefusals(exception, field),
    ...choiceRefusals(`${field}.onlyIf`, onlyIf == null ? [] : [onlyIf], HOLDER_CONDITIONS),
    ...(isExtension && days == null ? [{ field: `${field}.days`, problem: 'required' } as const] : []),
    ...(!isExtension && days != null
      ? [{ field: `${field}.days`, problem: 'does-not-add-up' } as const]
      : []),
    ...wholeNumberRefusals(`${field}.days`, days, 1, EXTENSION_MOST_DAYS),
    ...textRefusals(`${field}.text`, text?.trim(), EXCEPTION_TEXT_LIMIT),
  ]
}

/** For everybody and for good it would be the rule itself. */
function dayRefusals({ dueFrom, dueTo, onlyIf }: ExceptionInput, field: string): Refusal[] {
  const unreal = Object.entries({ dueFrom, dueTo }).filter(([, day]) => day != null && !isPlainDate(day))
  if (unreal.length > 0) return unreal.map(([part]) => ({ field: `${field}.${part}`, problem: 'not-a-date' }))
  if (dueFrom == null && dueTo == null && onlyIf == null) {
    return [{ field: `${field}.dueTo`, problem: 'required' }]
  }
  const endsFirst = dueFrom != null && dueTo != null && dueTo < dueFrom
  return endsFirst ? [{ field: `${field}.dueTo`, problem: 'before-its-start', limit: dueFrom }] : []
}
