import { isBlank } from '../../validation/one-line.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'

/** The four parts of a self-care plan (LAPPA toolkit 2021, ch. 4, in our own words). */
export const PlanPart = {
  KEEPS_ME_WELL: 'KEEPS_ME_WELL',
  EARLY_SIGN: 'EARLY_SIGN',
  HELPS: 'HELPS',
  WHOM_I_CALL: 'WHOM_I_CALL',
} as const
export type PlanPart = (typeof PlanPart)[keyof typeof PlanPart]
export const PLAN_PARTS = Object.values(PlanPart)

/** Short enough to read in a hard moment. */
export const PLAN_LINE_LIMIT = 200
export const PLAN_PHONE_LIMIT = 40
/** More lines of one part than anybody reads again. */
export const MAX_LINES_OF_A_PART = 12

export interface PlanLineInput {
  readonly part: string
  readonly text: string
  readonly phone?: string | null | undefined
}

/** Only somebody whom one calls has a number. */
export function validatePlanLine({ part, text, phone }: PlanLineInput): ValidationError[] {
  const number = phone?.trim() ?? ''
  return [
    ...(isBlank(text) ? [{ field: 'text', problem: 'required' } as const] : []),
    ...validateText('text', text, PLAN_LINE_LIMIT),
    ...validateText('phone', phone, PLAN_PHONE_LIMIT),
    ...(number !== '' && part !== PlanPart.WHOM_I_CALL
      ? [{ field: 'phone', problem: 'not-an-option' } as const]
      : []),
    ...(number !== '' && !/\d{3}/.test(number.replace(/\D/g, ''))
      ? [{ field: 'phone', problem: 'not-a-phone' } as const]
      : []),
  ]
}

/**
 * The two lines of the plan to show where somebody may need them: first somebody to call, then what helps, else what keeps
 * well; never an early sign, which would say how one is doing.
 */
export function twoLines<Line extends { readonly part: string }>(lines: readonly Line[]): Line[] {
  const of = (part: string) => lines.filter((line) => line.part === part)
  const helps = [...of(PlanPart.HELPS), ...of(PlanPart.KEEPS_ME_WELL)]
  const [first] = of(PlanPart.WHOM_I_CALL)
  return [...(first ? [first] : []), ...helps, ...of(PlanPart.WHOM_I_CALL).slice(1)].slice(0, 2)
}
