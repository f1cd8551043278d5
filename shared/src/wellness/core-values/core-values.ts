import { validateWholeNumber, type ValidationError } from '../../validation/validation-error.ts'

/**
 * The twelve core values of peer support (National Association of Peer Supporters, as listed in the LAPPA toolkit 2021,
 * ch. 2). The statements on the screen are in our own words, and ask how far the work allows each value.
 */
export const CoreValue = {
  VOLUNTARY: 'VOLUNTARY',
  HOPEFUL: 'HOPEFUL',
  OPEN_MINDED: 'OPEN_MINDED',
  EMPATHETIC: 'EMPATHETIC',
  RESPECTFUL: 'RESPECTFUL',
  FACILITATING_CHANGE: 'FACILITATING_CHANGE',
  HONEST_AND_DIRECT: 'HONEST_AND_DIRECT',
  MUTUAL: 'MUTUAL',
  SHARED_POWER: 'SHARED_POWER',
  STRENGTHS_FOCUSED: 'STRENGTHS_FOCUSED',
  TRANSPARENT: 'TRANSPARENT',
  PERSON_DRIVEN: 'PERSON_DRIVEN',
} as const
export type CoreValue = (typeof CoreValue)[keyof typeof CoreValue]
export const CORE_VALUES = Object.values(CoreValue)

/** 1 is "hardly ever" and 5 "nearly always". */
export const CORE_VALUE_SCALE = { from: 1, to: 5 } as const

export interface CoreValueAnswer {
  readonly value: CoreValue
  /** Null is skipped. */
  readonly answer?: number | null | undefined
}

/** Refuses a value named twice, an answer off the scale, and a page without any answer. */
export function validateCoreValues(answers: readonly CoreValueAnswer[]): ValidationError[] {
  const names = answers.map(({ value }) => value)
  const isEmpty = answers.every(({ answer }) => answer == null)
  return [
    ...(isEmpty ? [{ field: 'answers', problem: 'required' } as const] : []),
    ...(new Set(names).size < names.length ? [{ field: 'answers', problem: 'already-there' } as const] : []),
    ...answers.flatMap(({ value, answer }) =>
      validateWholeNumber(value, answer, CORE_VALUE_SCALE.from, CORE_VALUE_SCALE.to),
    ),
  ]
}
