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

/** Takes the place of what waits for the same week. */
export async function keepWaiting(checkIn: WaitingCheckIn): Promise<void> {
  // Vue's proxies cannot be stored.
  await inStore('readwrite', (store) => store.put(JSON.parse(JSON.stringify(checkIn)) as WaitingCheckIn))
}

export async function allWaiting(): Promise<WaitingCheckIn[]> {
  if (!(await isOutboxThere())) return []
  return inStore('readonly', (store) => store.getAll() as IDBRequest<WaitingCheckIn[]>)
}

/** Unless other answers for the week have taken its place meanwhile. */
export async function removeWaiting(checkIn: WaitingCheckIn): Promise<void> {
  await inStore('readwrite', (store) => {
    const place = [checkIn.membershipId, checkIn.weekStart]
    const request = store.get(place) as IDBRequest<WaitingCheckIn | undefined>
    request.onsuccess = () => request.result?.key === checkIn.key && store.delete(place)
    return request
  })
  await removeEmpty()
}

/** At sign-out: nothing of the person stays, in none of their organizations. */
export async function removeAllOf(accountId: string): Promise<void> {
  for (const checkIn of await allWaiting())
    if (checkIn.accountId === accountId)
      await inStore('readwrite', (store) => store.delete([checkIn.membershipId, checkIn.weekStart]))
  await removeEmpty()
}

async function removeEmpty(): Promise<void> {
  if ((await isOutboxThere()) && (await allWaiting()).length === 0)
    await settled(indexedDB.deleteDatabase(DATABASE))
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () =>
    opening.result.createObjectStore(STORE, { keyPath: ['membershipId', 'weekStart'] })
  const database = await settled(opening)
  try {
    const transaction = database.transaction(STORE, mode)
    const request = work(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted.'))
    })
    return request.result
  } finally {
    database.close()
  }
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The request failed.'))
  })
}
