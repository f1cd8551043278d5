/** Questions about a value of unknown shape, for checking the catalogue file. */
export type Json = Readonly<Record<string, unknown>>

export const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {}
export const listed = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : [])
export const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''
export const isNumber = (value: unknown, from: number, to: number): boolean =>
  typeof value === 'number' && value >= from && value <= to
export const isNullOr = (value: unknown, from: number, to: number): boolean =>
  value == null || isNumber(value, from, to)
export const isOneOf = (value: unknown, options: readonly string[]): boolean =>
  options.includes(String(value))
export const isNullOrOneOf = (value: unknown, options: readonly string[]): boolean =>
  value === null || isOneOf(value, options)
export const isListOf = (value: unknown, check: (entry: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(check)
export const sameMembers = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((entry) => other.includes(entry))
