import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { myCertificationsQuery } from '../certification.operations.ts'

/** The peer's own certifications, the most pressing first. */
export function useMyCertifications() {
  const session = useSession()
  const { data, error, refetch } = useQuery({
    key: () => ['my-certifications', session.me?.membershipId ?? ''],
    query: () => ask(myCertificationsQuery, { first: 100 }),
  })
  const certifications = computed(() => data.value?.myCertifications.edges.map(({ node }) => node))
  return { certifications, error, refetch }
}
