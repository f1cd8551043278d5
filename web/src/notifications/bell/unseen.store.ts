import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { unseenNotificationCountQuery } from '../notifications.operations.ts'

const MAX_SHOWN = 99
const FRESH_FOR_MS = 60_000

/** How many notifications are new, for the bell; looked up again when a page is opened and a minute has passed. */
export const useUnseen = defineStore('unseen-notifications', () => {
  const count = ref(0)
  const shown = computed(() => (count.value > MAX_SHOWN ? `${MAX_SHOWN}+` : String(count.value)))
  let knownSince = -Infinity

  function know(unseen: number): void {
    count.value = unseen
    knownSince = performance.now()
  }

  /** A bell that cannot be reached says nothing: the page itself tells what is wrong. */
  async function look(): Promise<void> {
    if (performance.now() - knownSince < FRESH_FOR_MS) return
    knownSince = performance.now()
    try {
      know((await ask(unseenNotificationCountQuery)).unseenNotificationCount)
    } catch {
      knownSince = -Infinity
    }
  }
  return { count, shown, know, look }
})
