import { computed } from 'vue'
import { useI18n } from '#i18n'
import type { RenewalFacetsFragment } from '../../generated/graphql.ts'
import { useFilterOptions } from './filter-options.ts'
import type { useRenewalFilter } from './useRenewalFilter.ts'

const NO_COUNTS: RenewalFacetsFragment = {
  dueWithin30: 0,
  dueWithin60: 0,
  dueWithin90: 0,
  atRisk: 0,
  hoursUnknown: 0,
  verified: 0,
  unverified: 0,
  withoutCertification: 0,
  states: [],
  statuses: [],
  credentials: [],
  teams: [],
  hostAgencies: [],
}

/** All filters that are on as one line, for paper. */
export function useFilterInWords(
  chosen: Omit<ReturnType<typeof useRenewalFilter>, 'filter'>,
  counts: () => RenewalFacetsFragment | undefined,
  peerName: () => string | null,
) {
  const { t } = useI18n()
  const options = useFilterOptions(() => counts() ?? NO_COUNTS)
  return computed(() => {
    const { due, risk, search, statuses, states, credentials, peer, team, agency, hours, checked } = chosen
    const named = (filter: keyof typeof options.value, values: readonly string[]) =>
      options.value[filter].filter(({ value }) => values.includes(value)).map(({ name }) => name)
    return [
      due.value &&
        `${t('certification.renewals.due')} ${t('certification.renewals.days', { days: due.value })}`,
      risk.value && t('labels.certification.CertificationStatus.AT_RISK'),
      ...named('status', statuses.value),
      ...named('state', states.value),
      ...named('credential', credentials.value),
      peer.value && (peerName() ?? t('certification.renewal-filters.filters.one-peer')),
      ...named('team', [team.value]),
      ...named('agency', [agency.value]),
      ...named('hours', [hours.value]),
      ...named('checked', [checked.value]),
      search.value.trim(),
    ]
      .filter(Boolean)
      .join(', ')
  })
}
