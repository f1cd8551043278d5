import { addDays, startOfWeek, type PlainDate } from '@alongside/shared/calendar/plain-date'
import { useI18n } from '#i18n'
import { useSession } from '../../app/session/session.store.ts'

/** Weeks in the words of the current language, and hours of a week. */
export function useShortDays() {
  const { t, locale } = useI18n()
  const session = useSession()

  function weekOf(weekStart: PlainDate): string {
    const thisWeek = startOfWeek(session.today || weekStart)
    if (weekStart === thisWeek) return t('drift.week.this')
    if (weekStart === addDays(thisWeek, -7)) return t('drift.week.last')
    const words = new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    return t('drift.week.of', { day: words.format(new Date(`${weekStart}T00:00:00Z`)) })
  }
  const hours = (quarterHours: number): string =>
    t('drift.week.hours', { count: new Intl.NumberFormat(locale.value).format(quarterHours / 4) })
  return { weekOf, hours }
}
