import { useI18n } from '#i18n'

export interface NamedCredential {
  readonly abbreviation: string | null
  readonly state: string | null
}

/** Days, hours and names as the language that is on writes them. */
export function useFigures() {
  const { t, locale } = useI18n()

  function day(date: string): string {
    const format = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeZone: 'UTC' })
    return format.format(new Date(`${date}T00:00:00Z`))
  }
  function hours(count: number): string {
    return new Intl.NumberFormat(locale.value, { maximumFractionDigits: 2 }).format(count)
  }
  function daysLeft(count: number | null): string {
    if (count === null) return t('certification.days.no-end')
    if (count < 0) return t('certification.days.ago', { count: -count }, -count)
    return t('certification.days.left', { count }, count)
  }
  function category(name: string | null): string {
    return name === null ? t('certification.hours.total') : t(`labels.courses.CeCategory.${name}`)
  }
  function stateName(state: string): string {
    return state === 'US' ? t('certification.renewals.national') : state
  }
  function nameOf(credential: NamedCredential | null): string {
    const { abbreviation, state } = credential ?? {}
    if (!abbreviation || !state) return t('certification.unknown.label')
    return `${abbreviation}, ${stateName(state)}`
  }
  return { nameOf, day, hours, daysLeft, category, stateName }
}
