// What an own device keeps over a reload for whoever is signed in. A shared one keeps nothing. Signing out erases it, as
// everything else that begins with `alongside.` (app/session/this-device.ts).

const PREFIX = 'alongside.kept.'
/** As long as an own device stays signed in without use. */
const KEPT_MS = 7 * 86_400_000
const MAX_ENTRIES = 50

/** Entries by name, each with when it was written. */
export type Entries<Value> = Readonly<Record<string, { readonly at: number; readonly value: Value }>>

interface Stored {
  readonly owner: string
  readonly entries: Entries<unknown>
}

let owner: string | null = null
const listeners = new Set<() => void>()

/** Null on a shared device. What somebody else left is removed. */
export function keepOnDeviceFor(next: string | null): void {
  if (owner === next && next !== null) return
  owner = next
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX) && stored(key)?.owner !== owner) localStorage.removeItem(key)
  } catch {
    // Without storage nothing was kept.
  }
  for (const listener of listeners) listener()
}

/** Calls once it is known for whom something is kept. */
export function whenKept(listener: () => void): void {
  listeners.add(listener)
  if (owner !== null) listener()
}

export function readKept<Value>(name: string, now = Date.now()): Entries<Value> {
  const found = owner === null ? null : stored(PREFIX + name)
  if (found?.owner !== owner) return {}
  const fresh = Object.entries(found?.entries ?? {}).filter(([, { at }]) => now - at < KEPT_MS)
  return Object.fromEntries(fresh) as Entries<Value>
}

/** Answers whether all of it is there after a reload: private windows may refuse storage, or have little of it. */
export function writeKept(name: string, entries: Entries<unknown>): boolean {
  if (owner === null) return false
  const newest = Object.entries(entries)
    .sort(([, one], [, other]) => other.at - one.at)
    .slice(0, MAX_ENTRIES)
  try {
    if (newest.length === 0) localStorage.removeItem(PREFIX + name)
    else
      localStorage.setItem(
        PREFIX + name,
        JSON.stringify({ owner, entries: Object.fromEntries(newest) } satisfies Stored),
      )
    return true
  } catch {
    return false
  }
}

function stored(key: string): Stored | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Stored | null
  } catch {
    return null
  }
}
