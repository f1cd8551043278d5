import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { CaseloadQuery } from '../../generated/graphql.ts'
import { caseloadQuery } from '../supervision.operations.ts'

export type CaseloadRow = CaseloadQuery['caseload']['edges'][number]['node']

/** A supervisor's whole caseload, in pages of the largest size: a person holds a few dozen relationships at most. */
async function wholeCaseload() {
  const rows: CaseloadRow[] = []
  let after: string | null = null
  for (;;) {
    const { caseload }: CaseloadQuery = await ask(caseloadQuery, { first: 100, after })
    rows.push(...caseload.edges.map(({ node }) => node))
    after = caseload.pageInfo.endCursor ?? null
    if (!caseload.pageInfo.hasNextPage) return { rows, facets: caseload.facets }
  }
}

/** Who needs time of the signed-in supervisor; the server says in which order. */
export function useCaseload() {
  const session = useSession()
  // Under the person's id: on a shared computer nobody finds another's team in memory.
  const key = () => ['caseload', session.me?.membershipId ?? '']
  const { data, error, isLoading, refetch } = useQuery({ key, query: wholeCaseload })
  const rows = computed(() => data.value?.rows ?? [])
  const facets = computed(() => data.value?.facets)
  return { rows, facets, error, isLoading, refetch }
}
