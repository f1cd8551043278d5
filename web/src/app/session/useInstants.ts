import { useI18n } from '#i18n'
import { useSession } from './session.store.ts'

/** As `dateStyle: 'medium'` with `timeStyle: 'short'`, which cannot be combined with the name of a zone. */
const MOMENT: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
}

/** Instants as one day and one time, in one form everywhere, by the organization's clocks; a time names its zone. */
export function useInstants(zone?: () => string | undefined) {
  const session = useSession()
  const { locale } = useI18n()
  const format = (instant: string, options: Intl.DateTimeFormatOptions): string => {
    const timeZone = zone?.() ?? session.me?.organization.timeZone
    return new Intl.DateTimeFormat(locale.value, { ...options, ...(timeZone ? { timeZone } : {}) }).format(
      new Date(instant),
    )
  }
  return {
    dayOf: (instant: string) => format(instant, { dateStyle: 'medium' }),
    timeOf: (instant: string) => format(instant, MOMENT),
    hourOf: (instant: string) =>
      format(instant, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }),
  }
}
