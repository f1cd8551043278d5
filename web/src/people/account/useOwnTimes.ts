import { useInstants } from '../../app/session/useInstants.ts'
import { useAccount } from './useAccount.ts'

/** Instants as the clocks show them where the person is, or where the organization is. */
export function useOwnTimes() {
  const { account } = useAccount()
  const { timeOf } = useInstants(() => account.value?.preferences.timeZone ?? undefined)
  return { timeOf }
}
