import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { CertificationHistoryQuery } from '../../generated/graphql.ts'
import { certificationHistoryQuery } from './history.operations.ts'

export type CertificationHistory = CertificationHistoryQuery['certificationHistory']
export type Certificate = CertificationHistory['certificates'][number]
/** The queries that show something of a certification's history: refreshed after each record. */
export const CERTIFICATION_QUERIES = ['renewals', 'certification-history']

export type BoardStatusPeriod = CertificationHistory['statuses'][number]
export type NumberChange = CertificationHistory['numbers'][number]
export type IssueDayChange = CertificationHistory['issueDays'][number]
export type Verification = CertificationHistory['verifications'][number]

/** What was recorded of one certification over time. */
export function useCertificationHistory(certificationId: () => string) {
  const session = useSession()
  const { data, error, refetch } = useQuery({
    key: () => ['certification-history', session.me?.membershipId ?? '', certificationId()],
    query: () => ask(certificationHistoryQuery, { certificationId: certificationId() }),
  })
  const history = computed(() => data.value?.certificationHistory)
  return { history, error, refetch }
}
