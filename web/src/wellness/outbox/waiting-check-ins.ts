import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import { DATABASE, isOutboxThere } from './outbox-database.ts'
import type { CheckInToSend } from './send-check-in.ts'

// Check-ins that wait on an own device until they can be sent, one for each week of a person. They are bound to the
// account that wrote them: nobody else is shown them, and the API refuses them from anybody else's session.

export interface WaitingCheckIn extends CheckInToSend {
  readonly accountId: string
  readonly membershipId: string
  readonly weekStart: string
  readonly savedAt: string
  /** `DIFFERS`: the week has other answers already. `STUCK`: the API refused it, for the reason under `error`. */
  readonly state: 'WAITING' | 'DIFFERS' | 'STUCK'
  readonly error?: { readonly code: string; readonly fact: string | undefined }
}

const STORE = 'check-ins'

interface Outbox extends DBSchema {
  [STORE]: { key: [membershipId: string, weekStart: string]; value: WaitingCheckIn }
}

/** Takes the place of what waits for the same week. */
export async function keepWaiting(checkIn: WaitingCheckIn): Promise<void> {
  // Vue's proxies cannot be stored.
  const plain = JSON.parse(JSON.stringify(checkIn)) as WaitingCheckIn
  await inOutbox((outbox) => outbox.put(STORE, plain))
}

export async function allWaiting(): Promise<WaitingCheckIn[]> {
  return (await isOutboxThere()) ? inOutbox((outbox) => outbox.getAll(STORE)) : []
}

/** Unless other answers for the week have taken its place meanwhile. */
export async function removeWaiting({ membershipId, weekStart, key }: WaitingCheckIn): Promise<void> {
  await inOutbox(async (outbox) => {
    const { store, done } = outbox.transaction(STORE, 'readwrite')
    const waits = await store.get([membershipId, weekStart])
    if (waits?.key === key) await store.delete([membershipId, weekStart])
    await done
  })
  await removeEmpty()
}

/** At sign-out: nothing of the person stays, in none of their organizations. */
export async function removeAllOf(accountId: string): Promise<void> {
  for (const { membershipId, weekStart, ...of } of await allWaiting())
    if (of.accountId === accountId)
      await inOutbox((outbox) => outbox.delete(STORE, [membershipId, weekStart]))
  await removeEmpty()
}

async function removeEmpty(): Promise<void> {
  if ((await isOutboxThere()) && (await allWaiting()).length === 0) await deleteDB(DATABASE)
}

/** Closed after each use, so that a tab left open never keeps another one from erasing it. */
async function inOutbox<Result>(work: (outbox: IDBPDatabase<Outbox>) => Promise<Result>): Promise<Result> {
  const outbox = await openDB<Outbox>(DATABASE, 1, {
    upgrade: (made) => void made.createObjectStore(STORE, { keyPath: ['membershipId', 'weekStart'] }),
  })
  try {
    return await work(outbox)
  } finally {
    outbox.close()
  }
}
