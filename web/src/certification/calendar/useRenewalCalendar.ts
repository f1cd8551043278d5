import { addDays, addMonths, startOfMonth } from '@alongside/shared/calendar/plain-date'
import { useQuery } from '@pinia/colada'
import { computed, nextTick, ref } from 'vue'
import type { ListPrint } from '../../app/lists/list-print.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { RenewalCalendarQuery } from '../../generated/graphql.ts'
import { useDebouncedFilter } from '../../ui/table/useDebouncedFilter.ts'
import { useRenewalFilter } from '../renewals/useRenewalFilter.ts'
import { renewalCalendarQuery } from './calendar.operations.ts'

export const MONTHS_AHEAD = 12
const DAYS_PER_READ = 100

export type CalendarEntry = RenewalCalendarQuery['renewalCalendar']['edges'][number]['node']

/** The days of this month and the eleven after it, as many as were asked for so far. */
export function useRenewalCalendar() {
  const session = useSession()
  const chosen = useRenewalFilter()
  const filter = useDebouncedFilter(chosen.filter)
  /** How often more was asked for, of this filter. */
  const asked = ref({ of: '', times: 1 })
  const reads = computed(() => (asked.value.of === JSON.stringify(filter.value) ? asked.value.times : 1))
  const span = computed(() => {
    const from = startOfMonth(session.today)
    return { from, to: addDays(addMonths(from, MONTHS_AHEAD), -1), filter: filter.value }
  })
  const { data, error, isLoading, isPlaceholderData, refetch } = useQuery({
    key: () => [
      'renewals',
      session.me?.membershipId ?? '',
      'calendar',
      JSON.stringify(span.value),
      reads.value,
    ],
    query: () => readAll(span.value, reads.value),
    // The old days stay until the new ones are there.
    placeholderData: (before) => before,
  })
  const months = computed(() => monthsOf(data.value))
  const askFor = (times: number) => (asked.value = { of: JSON.stringify(filter.value), times })
  const more = () => askFor(reads.value + 1)
  const print: ListPrint = {
    async showAll() {
      askFor(Infinity)
      await nextTick()
      await refetch()
    },
    showPage: () => undefined,
  }
  /** Days of another filter are on screen: they are dimmed, and no sentence is made of them. */
  const isStale = computed(() => isPlaceholderData.value && data.value?.of !== JSON.stringify(filter.value))
  const peerName = computed(() => (isStale.value ? null : (data.value?.entries[0]?.peer.displayName ?? null)))
  return { ...chosen, span, data, months, peerName, isStale, error, isLoading, refetch, more, print }
}

async function readAll(span: { from: string; to: string; filter: object }, reads: number) {
  const entries: CalendarEntry[] = []
  let after: string | null = null
  for (;;) {
    const answer: RenewalCalendarQuery = await ask(renewalCalendarQuery, {
      ...span,
      first: DAYS_PER_READ,
      after,
    })
    entries.push(...answer.renewalCalendar.edges.map(({ node }) => node))
    const { pageInfo, months, totalCount } = answer.renewalCalendar
    after = pageInfo.endCursor
    if (!pageInfo.hasNextPage || entries.length >= reads * DAYS_PER_READ)
      return { of: JSON.stringify(span.filter), entries, months, totalCount, counts: answer.renewals.facets }
  }
}

function monthsOf(data: Awaited<ReturnType<typeof readAll>> | undefined) {
  const months = (data?.months ?? []).map((month) => ({
    ...month,
    entries: data?.entries.filter(({ on }) => startOfMonth(on) === month.startsOn) ?? [],
  }))
  // What was not read yet comes with the next press.
  return months.filter(({ entries }) => entries.length > 0)
}
