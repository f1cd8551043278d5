import { useI18n } from '#i18n'
import { useSession } from '../../app/session/session.store.ts'

/** Since when a check-in waits, by the organization's clocks: the time of today, a weekday, or a date. */
export function useSince() {
  const { t, locale } = useI18n()
  const session = useSession()
  return (savedAt: string): string => {
    const timeZone = session.me?.organization.timeZone
    const said = (parts: Intl.DateTimeFormatOptions, language: string = locale.value): string =>
      new Intl.DateTimeFormat(language, { ...parts, ...(timeZone ? { timeZone } : {}) }).format(
        new Date(savedAt),
      )
    // The Canadian form of a day is that of the session's: 2026-06-17.
    if (said({}, 'en-CA') === session.today)
      return t('wellness.waiting.since-time', { time: said({ timeStyle: 'short' }) })
    const isRecent = Date.now() - Date.parse(savedAt) < WEEK_MS
    const day = said(isRecent ? { weekday: 'long' } : { weekday: 'long', day: 'numeric', month: 'short' })
    return t('wellness.waiting.since', { day })
  }
}

/** Six days: a weekday seven days ago has the name of today. */
const WEEK_MS = 6 * 86_400_000
