import { addDays, startOfWeek, type PlainDate } from '@alongside/shared/calendar/plain-date'
import { useI18n } from '#i18n'
import { useSession } from '../../app/session/session.store.ts'

/** Days and weeks in the words of the current language. */
export function useWeekWords() {
  const { t, locale } = useI18n()
  const session = useSession()

  function day(date: PlainDate): string {
    const words = new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    return words.format(new Date(`${date}T00:00:00Z`))
  }
  /** "This week", "last week", or the week of a day. */
  function week(weekStart: PlainDate): string {
    const thisWeek = startOfWeek(session.today || weekStart)
    if (weekStart === thisWeek) return t('wellness.week.this')
    if (weekStart === addDays(thisWeek, -7)) return t('wellness.week.last')
    return t('wellness.week.of', { day: day(weekStart) })
  }
  return { day, week }
}
