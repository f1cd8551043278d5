import type { CrowdSubject } from '@alongside/shared/wellness/crowd-figures/crowd-periods'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { CrowdReportsQuery } from '../../generated/graphql.ts'
import { crowdReportsQuery } from './climate.operations.ts'

export type CrowdReport = CrowdReportsQuery['crowdReports']['edges'][number]['node']
export type CrowdGroup = NonNullable<CrowdReport['organization']>

/** A year of closed months; older ones are in the CSV file. */
const MONTHS = 12

/** What was published, the latest first. Everyone in the organization gets the same. */
export function useCrowdReports(subject: CrowdSubject) {
  const session = useSession()
  const { locale } = useI18n()
  const { data, error, refetch } = useQuery({
    key: () => ['crowd-reports', session.me?.membershipId ?? '', subject],
    query: () => ask(crowdReportsQuery, { subject, first: MONTHS }),
  })
  const reports = computed(() => data.value?.crowdReports.edges.map(({ node }) => node))

  function month(startsOn: string, style: 'long' | 'short' = 'long'): string {
    const words = new Intl.DateTimeFormat(locale.value, { month: style, year: 'numeric', timeZone: 'UTC' })
    return words.format(new Date(`${startsOn}T00:00:00Z`))
  }
  return {
    reports,
    error,
    refetch,
    month,
    totalCount: computed(() => data.value?.crowdReports.totalCount ?? 0),
  }
}
