import { watch } from 'vue'
import { useSession } from '../session/session.store.ts'
import { dropFiles, keepFiles } from './kept-files.ts'

/** Once it is known whose device this is: an own one opens without a connection from now on, a shared one keeps nothing. */
export function watchOwnDevice(): void {
  const session = useSession()
  watch(
    () => session.me?.isSharedDevice,
    (isShared) => {
      if (isShared === undefined) return
      // The first page goes before: what it needs is not slowed down by what may be needed one day.
      // Without a connection there is nothing to fetch: the next opening tries again.
      const settle = () => void (isShared ? dropFiles() : keepFiles()).catch(() => undefined)
      setTimeout(settle, isShared ? 0 : QUIET_MS)
    },
    { immediate: true },
  )
}

const QUIET_MS = 3_000
