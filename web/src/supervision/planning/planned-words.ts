import { useI18n } from '#i18n'
import type { PlannedSession } from './usePlannedSessions.ts'

type When = Pick<PlannedSession, 'startsOn' | 'shownTime'>

/** When a session is, in the words of the current language; days and times are those of the organization's clock. */
export function usePlannedWords() {
  const { t, locale } = useI18n()
  const format = (day: string, time: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale.value, { ...options, timeZone: 'UTC' }).format(
      new Date(`${day}T${time}:00Z`),
    )

  const day = (on: string): string =>
    format(on, '00:00', { weekday: 'short', month: 'short', day: 'numeric' })
  const time = (at: string): string => format('2000-01-01', at, { timeStyle: 'short' })
  const when = ({ startsOn, shownTime }: When): string => `${day(startsOn)}, ${time(shownTime)}`
  const types = ({ types: list }: Pick<PlannedSession, 'types'>): string =>
    list.map((type) => t(`labels.supervision.SupervisionType.${type}`)).join(', ')
  const how = ({ minutes, modality }: Pick<PlannedSession, 'minutes' | 'modality'>): string =>
    `${t('supervision.planning.minutes', { count: minutes }, minutes)} · ${t(`labels.supervision.SessionModality.${modality}`)}`
  return { day, time, when, types, how }
}
