import { shallowRef } from 'vue'
import { isOutboxThere } from './outbox-database.ts'
import type { useOutbox } from './outbox.store.ts'

type Outbox = ReturnType<typeof useOutbox>

/** The outbox, once something waits in it or somebody is about to save; most visits never fetch it. */
export const outbox = shallowRef<Outbox | null>(null)

export async function openOutbox(): Promise<Outbox> {
  outbox.value ??= (await import('./outbox.store.ts')).useOutbox()
  return outbox.value
}

export async function openOutboxIfThere(): Promise<void> {
  if (await isOutboxThere()) await openOutbox()
}
