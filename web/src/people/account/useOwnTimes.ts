import { useI18n } from '#i18n'
import { useSession } from '../../app/session/session.store.ts'
import { useAccount } from './useAccount.ts'

/** Instants as the clocks show them where the person is, or where the organization is. */
export function useOwnTimes() {
  const session = useSession()
  const { locale } = useI18n()
  const { account } = useAccount()
  const zone = () => account.value?.preferences.timeZone ?? session.me?.organization.timeZone
  function timeOf(instant: string): string {
    const timeZone = zone()
    const options = { dateStyle: 'medium', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) } as const
    return new Intl.DateTimeFormat(locale.value, options).format(new Date(instant))
  }
  return { timeOf }
}
