/** What a further version of a record says otherwise: the fields that differ, in the order in which they are shown. */
export function changedFields<Version extends object, Field extends Extract<keyof Version, string>>(
  before: Version,
  after: Version,
  fields: readonly Field[],
): Field[] {
  return fields.filter((field) => textOf(before[field]) !== textOf(after[field]))
}

/** Lists say the same in any order. */
function textOf(value: unknown): string {
  return JSON.stringify(
    Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : (value ?? null),
  )
}
