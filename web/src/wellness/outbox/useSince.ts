import { useI18n } from '#i18n'
import { useSession } from '../../app/session/session.store.ts'

/** The weekday of an instant by the organization's clocks; a day of another week with its date. */
export function useSince() {
  const { locale } = useI18n()
  const session = useSession()
  return (instant: string): string => {
    const timeZone = session.me?.organization.timeZone
    const isRecent = Date.now() - Date.parse(instant) < WEEK_MS
    const parts: Intl.DateTimeFormatOptions = isRecent
      ? { weekday: 'long' }
      : { weekday: 'long', day: 'numeric', month: 'short' }
    const words = new Intl.DateTimeFormat(locale.value, { ...parts, ...(timeZone ? { timeZone } : {}) })
    return words.format(new Date(instant))
  }
}

/** Six days: a weekday seven days ago has the name of today. */
const WEEK_MS = 6 * 86_400_000
