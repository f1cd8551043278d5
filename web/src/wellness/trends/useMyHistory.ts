import { ref, shallowRef, watch } from 'vue'
import { usePasswordConfirmation } from '../../app/actions/usePasswordConfirmation.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { MyCheckInHistoryQuery } from '../../generated/graphql.ts'
import { myCheckInHistoryQuery } from '../wellness.operations.ts'

type History = MyCheckInHistoryQuery['myCheckInHistory']

/** On an own device, what was opened once stays open for this visit: in memory only, under its person. */
const opened = shallowRef<{ membershipId: string; history: History } | null>(null)

/**
 * Past weeks are behind the password: every way to them goes through the one question for it, which is also where another
 * proof (a passkey, say) would be asked for.
 */
export function useMyHistory() {
  const session = useSession()
  const { withConfirmation } = usePasswordConfirmation()
  const owner = () => session.me?.membershipId ?? ''
  const kept = () => (opened.value?.membershipId === owner() ? opened.value.history : null)
  const history = shallowRef<History | null>(kept())
  const failure = shallowRef<unknown>(null)
  const isLocked = ref(false)

  async function load(): Promise<void> {
    failure.value = null
    isLocked.value = false
    try {
      history.value = (await withConfirmation(() => ask(myCheckInHistoryQuery))).myCheckInHistory
      const keeps = session.me?.isSharedDevice === false
      opened.value = keeps ? { membershipId: owner(), history: history.value } : null
    } catch (error) {
      isLocked.value = isLock(error)
      failure.value = isLocked.value ? null : error
    }
  }
  /** Read anew after something was deleted; the next person finds nothing. */
  watch(owner, () => {
    opened.value = null
    history.value = null
  })
  return { history, failure, isLocked, load }
}

function isLock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'CONFIRM_PASSWORD'
}
