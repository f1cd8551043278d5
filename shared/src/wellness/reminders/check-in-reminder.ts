import { validateWholeNumber, type ValidationError } from '../../validation/validation-error.ts'

/** A reminder that people set for themselves: off until they turn it on. Friday afternoon is only a suggestion. */
export interface CheckInReminder {
  readonly isOn: boolean
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  /** The full hour by the organization's clock. */
  readonly hour: number
}

export const NO_REMINDER: CheckInReminder = { isOn: false, weekday: 5, hour: 15 }

export function validateReminder({ weekday, hour }: CheckInReminder): ValidationError[] {
  return [
    ...validateWholeNumber('weekday', Number.isInteger(weekday) ? weekday : 0, 1, 7),
    ...validateWholeNumber('hour', Number.isInteger(hour) ? hour : -1, 0, 23),
  ]
}
