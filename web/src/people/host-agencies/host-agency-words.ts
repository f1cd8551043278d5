import { useI18n } from '#i18n'
import type { DataSharingState, HostAgenciesQuery } from '../../generated/graphql.ts'
import type { Tone } from '../../ui/feedback/StatusBadge.vue'

export type Agency = HostAgenciesQuery['hostAgencies']['edges'][number]['node']
export type Agreement = Agency['dataSharing']['agreements'][number]

const TONES: Record<DataSharingState, Tone> = { NONE: 'late', EXPIRES_SOON: 'dueSoon', IN_FORCE: 'onTrack' }

/** Days and how data sharing stands, in the words of the language that is on. */
export function useHostAgencyWords() {
  const { t, locale } = useI18n()

  function day(date: string): string {
    const format = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeZone: 'UTC' })
    return format.format(new Date(`${date}T00:00:00Z`))
  }
  function days({ startsOn, endsOn }: Pick<Agreement, 'startsOn' | 'endsOn'>): string {
    return endsOn
      ? t('people.host-agencies.days.from-to', { from: day(startsOn), to: day(endsOn) })
      : t('people.host-agencies.days.from', { from: day(startsOn) })
  }
  function sharing({ dataSharing: { state, until } }: Agency): { tone: Tone; label: string } {
    const label =
      state === 'IN_FORCE' && !until
        ? t('people.host-agencies.sharing.always')
        : t(`labels.people.DataSharingState.${state}`, { day: until ? day(until) : '' })
    return { tone: TONES[state], label }
  }
  return { day, days, sharing }
}
