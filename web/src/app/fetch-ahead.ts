import { loadWords } from './i18n/words.ts'
import { router } from './router.ts'
import { useSession } from './session/session.store.ts'

/**
 * Asks at once for what the page at this path needs: whose session it is, its code, its words. One after the other, as
 * the router asks for them, each waits for a whole way there and back. What fails here is told when the router asks.
 */
export function fetchAhead(path: string): void {
  void useSession()
    .load()
    .catch(() => undefined)
  for (const { components } of router.resolve(path).matched) {
    const component = components?.['default']
    if (typeof component === 'function') void fetchPage(component as () => Promise<unknown>)
  }
}

const fetchPage = (load: () => Promise<unknown>): Promise<void> => load().then(loadWords, () => undefined)
