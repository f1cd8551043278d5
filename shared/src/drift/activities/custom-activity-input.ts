import { validateLine } from '../../validation/one-line.ts'
import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'
import { ACTIVITIES, isActivity } from './activities.ts'
import { ACTIVITY_FUNCTIONS, ACTIVITY_GROUPS } from './activity-functions.ts'

export const ACTIVITY_NAME_LIMIT = 80
/** With the 54 of the catalogue, a worksheet has at most a hundred: one page of a list. */
export const MAX_CUSTOM_ACTIVITIES = 46
/** Every activity that a worksheet, or an agreement, can name at once. */
export const MAX_ACTIVITIES = ACTIVITIES.length + MAX_CUSTOM_ACTIVITIES

const PREFIX = 'custom-'
const CUSTOM_KEY = /^custom-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The key of an activity that the organization added: none of the catalogue begins like it. */
export const customActivityKey = (id: string): string => `${PREFIX}${id}`

/** The id of the organization's own row; null where the key is the catalogue's. */
export const customActivityId = (key: string): string | null =>
  CUSTOM_KEY.test(key) ? key.slice(PREFIX.length) : null

export interface CustomActivityInput {
  readonly name: string
  readonly group: string
  readonly function: string
}

export const validateActivityName = (name: string): ValidationError[] =>
  validateLine('name', name, ACTIVITY_NAME_LIMIT, { isRequired: true, needsLetter: true })

export function validateCustomActivity(input: CustomActivityInput): ValidationError[] {
  return [
    ...validateActivityName(input.name),
    ...validateChoice('group', [input.group], ACTIVITY_GROUPS),
    ...validateChoice('function', [input.function], ACTIVITY_FUNCTIONS),
  ]
}

/** Refuses a key that is neither the catalogue's nor one of the organization's that is in use. */
export function validateActivityKey(
  field: string,
  key: string,
  customKeys: readonly string[],
): ValidationError[] {
  return isActivity(key) || customKeys.includes(key) ? [] : [{ field, problem: 'not-an-option' }]
}
