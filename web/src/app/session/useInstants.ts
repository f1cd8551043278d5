import { useI18n } from '#i18n'
import { useSession } from './session.store.ts'

/** Instants as the day and the time that the organization's clocks show. */
export function useInstants() {
  const session = useSession()
  const { locale } = useI18n()
  const format = (instant: string, options: Intl.DateTimeFormatOptions): string => {
    const timeZone = session.me?.organization.timeZone
    return new Intl.DateTimeFormat(locale.value, { ...options, ...(timeZone ? { timeZone } : {}) }).format(
      new Date(instant),
    )
  }
  return {
    dayOf: (instant: string) => format(instant, { dateStyle: 'long' }),
    timeOf: (instant: string) => format(instant, { dateStyle: 'long', timeStyle: 'short' }),
  }
}
