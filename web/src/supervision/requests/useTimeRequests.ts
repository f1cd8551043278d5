import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { TimeRequestsQuery } from '../../generated/graphql.ts'
import { timeRequestsQuery } from './requests.operations.ts'

export type TimeRequest = TimeRequestsQuery['timeRequests']['edges'][number]['node']

/** Requests for a time: own ones, and those that wait for the person signed in. */
export function useTimeRequests() {
  const { t } = useI18n()
  const session = useSession()
  const me = () => session.me?.membershipId ?? ''
  const { data } = useQuery({
    key: () => ['time-requests', me()],
    query: () => ask(timeRequestsQuery, { first: 50 }),
  })
  const all = computed(() => data.value?.timeRequests.edges.map(({ node }) => node) ?? [])
  const own = computed(() => all.value.filter(({ peer }) => peer.id === me()))
  const toAnswer = computed(() =>
    all.value.filter(({ supervisor, status }) => supervisor.id === me() && status === 'OPEN'),
  )
  /** The days and times that would suit, in words. */
  function suits({ weekdays, timesOfDay }: Pick<TimeRequest, 'weekdays' | 'timesOfDay'>): string {
    const days = weekdays.map((day) => t(`labels.supervision.RequestedWeekday.${day}`))
    const times = timesOfDay.map((time) => t(`labels.supervision.TimeOfDayChoice.${time}`))
    if (days.length + times.length === 0) return t('supervision.requests.any-time')
    return [days.join(', '), times.join(', ')].filter(Boolean).join(' · ')
  }
  return { own, toAnswer, suits }
}
