import { computed } from 'vue'
import { useI18n } from '#i18n'
import type { RenewalFacetsFragment } from '../../generated/graphql.ts'
import { useRenewalWords } from './renewal-words.ts'

export interface FilterOption {
  readonly value: string
  readonly label: string
  /** Without its count. */
  readonly name: string
}

/** What each filter lets choose, in words, with how many rows it would show. */
export function useFilterOptions(counts: () => RenewalFacetsFragment) {
  const { t } = useI18n()
  const words = useRenewalWords()
  const option = (value: string, name: string, count: number): FilterOption => ({
    value,
    name,
    label: t('certification.renewal-filters.filters.with-count', { name, count }),
  })

  return computed(() => {
    const { states, statuses, credentials, teams, hostAgencies, ...rest } = counts()
    return {
      status: statuses.map(({ status, count }) =>
        option(status, t(`labels.certification.CertificationStatus.${status}`), count),
      ),
      state: states.map(({ state, count }) => option(state, words.stateName(state), count)),
      credential: credentials.map(({ id, label, count }) => option(id, label, count)),
      team: teams.map(({ id, name, count }) => option(id, name, count)),
      agency: hostAgencies.map(({ id, name, count }) => option(id, name, count)),
      due: Object.entries({ 30: rest.dueWithin30, 60: rest.dueWithin60, 90: rest.dueWithin90 }).map(
        ([days, count]) => option(days, t('certification.renewals.days', { days }), count),
      ),
      risk: [option('1', t('labels.certification.CertificationStatus.AT_RISK'), rest.atRisk)],
      hours: [option('yes', t('certification.renewal-filters.filters.hours-unknown'), rest.hoursUnknown)],
      checked: [
        option('yes', t('certification.renewal-filters.filters.checked-yes'), rest.verified),
        option('no', t('certification.renewal-filters.filters.checked-no'), rest.unverified),
      ],
    }
  })
}
