import type { AuditFact } from './audit.types.ts'

// The facts of an entry as a reader gets them: ids of people, teams and agencies as names, other ids left out.

export type StoredFacts = Readonly<Record<string, unknown>>

/** Names by id, of what the reader may know. */
export type NamesById = ReadonlyMap<string, string>

/** Facts whose values are ids of members, teams and host agencies. */
const NAMED_BY_ID = /^(supervisor|member|peer|team|host_agency)_id$/
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every id in the facts that a name may stand for. */
export function idsIn(entries: readonly { readonly facts: StoredFacts }[]): string[] {
  const ids = entries.flatMap(({ facts }) =>
    Object.entries(facts).flatMap(([name, value]) => (NAMED_BY_ID.test(name) ? idsOf(value) : [])),
  )
  return [...new Set(ids)]
}

function idsOf(value: unknown): string[] {
  const { before, after } = sidesOf(value)
  return [...(before ?? []), ...(after ?? [])].filter((text) => ID.test(text))
}

export function toGraphqlFacts(facts: StoredFacts, names: NamesById): AuditFact[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const sides = sidesOf(value)
    if (NAMED_BY_ID.test(name))
      return [{ name, before: named(sides.before, names), after: named(sides.after, names) }]
    return name.endsWith('_id') && name !== 'credential_id' ? [] : [{ name, ...sides }]
  })
}

/** An empty text stands for somebody or something that the reader may not know by name. */
function named(ids: string[] | null, names: NamesById): string[] | null {
  return ids?.map((id) => names.get(id) ?? '') ?? null
}

/** A change is kept as `{"from": …, "to": …}`, everything else as its value. */
function sidesOf(value: unknown): { before: string[] | null; after: string[] | null } {
  const isChange = typeof value === 'object' && value !== null && 'from' in value && 'to' in value
  return isChange
    ? { before: textsOf(value.from), after: textsOf(value.to) }
    : { before: null, after: textsOf(value) }
}

function textsOf(value: unknown): string[] | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map((one) => textOf(one))
  return [textOf(value)]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
