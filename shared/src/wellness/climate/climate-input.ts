import { isBlank } from '../../validation/one-line.ts'
import {
  validateChoice,
  validateText,
  validateWholeNumber,
  type ValidationError,
} from '../../validation/validation-error.ts'
import { LEAST_SMALLEST_GROUP, MAX_SMALLEST_GROUP } from '../crowd-figures/blocks.ts'

/** What an organization does with a report, in the order in which it helps. */
export const ClimateStep = {
  /** Read it with the people it speaks of in mind. */
  READ: 'READ',
  /** Talk about it with everyone. */
  SHARE: 'SHARE',
  /** Change something. */
  ACT: 'ACT',
  /** Say what became of it. */
  TELL: 'TELL',
} as const
export type ClimateStep = (typeof ClimateStep)[keyof typeof ClimateStep]
export const CLIMATE_STEPS = Object.values(ClimateStep)

export const CLIMATE_LINE_LIMIT = 300

/** The smallest group only ever grows: with a smaller one, older and newer figures could be compared. */
export function validateSmallestGroup(wanted: number, now: number | null): ValidationError[] {
  const least = now ?? LEAST_SMALLEST_GROUP
  return validateWholeNumber('smallestGroup', wanted, least, MAX_SMALLEST_GROUP)
}

export function validateClimateStep(input: { step: string; line: string }): ValidationError[] {
  return [
    ...validateChoice('step', [input.step], CLIMATE_STEPS),
    ...(isBlank(input.line) ? [{ field: 'line', problem: 'required' } as const] : []),
    ...validateText('line', input.line, CLIMATE_LINE_LIMIT),
  ]
}
