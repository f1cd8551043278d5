export const DATABASE = 'alongside-outbox'

/** False where the browser keeps nothing, as some private windows. */
export const canWait = (): boolean => 'indexedDB' in window

/** Whether something waits here. Asked before it is opened, since that would make it: a shared device has none. */
export async function isOutboxThere(): Promise<boolean> {
  return canWait() && (await indexedDB.databases()).some(({ name }) => name === DATABASE)
}
