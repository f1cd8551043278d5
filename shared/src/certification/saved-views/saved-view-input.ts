/** What is refused when somebody keeps the filters of the renewals under a name. */
import { validateLine } from '../../validation/one-line.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'

export const VIEW_NAME_LIMIT = 60
export const VIEW_QUERY_LIMIT = 500
export const MAX_VIEWS = 20

/** What stands in the address of the renewals. A search does not: it is somebody's name. */
export const VIEW_KEYS = [
  'due',
  'risk',
  'state',
  'status',
  'credential',
  'peer',
  'team',
  'agency',
  'hours',
  'checked',
  'none',
  'size',
  'rows',
  'sort',
  'down',
] as const
export type ViewKey = (typeof VIEW_KEYS)[number]

const PAIR = /^([a-z]+)=[A-Za-z0-9,_-]+$/

export interface SavedViewInput {
  readonly name?: string | null
  /** `due=90&state=OH,KY`; empty: everything. */
  readonly query?: string | null
}

/** A part that is not given is not changed. */
export function validateSavedView({ name, query }: SavedViewInput): ValidationError[] {
  return [
    ...(name?.trim() === '' ? [{ field: 'name', problem: 'required' } as const] : []),
    ...validateLine('name', name, VIEW_NAME_LIMIT),
    ...validateText('query', query, VIEW_QUERY_LIMIT),
    ...(query == null || isViewQuery(query) ? [] : [{ field: 'query', problem: 'not-an-option' } as const]),
  ]
}

function isViewQuery(query: string): boolean {
  if (query === '') return true
  const names = query.split('&').map((pair) => PAIR.exec(pair)?.[1])
  return names.every((name) => VIEW_KEYS.some((key) => key === name)) && new Set(names).size === names.length
}
