import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { askPrivately } from '../../app/actions/usePasswordConfirmation.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { AgendaItemFactsFragment } from '../../generated/graphql.ts'
import { agendaOfQuery, myAgendaQuery } from './agenda.operations.ts'

export type AgendaItem = AgendaItemFactsFragment

/** Nobody has a hundred things on their mind for one talk; what is over shows once others are done. */
const SHOWN = 100

async function itemsOf(peerId: string | null): Promise<AgendaItem[]> {
  if (peerId === null) {
    const { myAgenda } = await askPrivately(myAgendaQuery, { first: SHOWN })
    return myAgenda.edges.map(({ node }) => node)
  }
  const { agendaOf } = await askPrivately(agendaOfQuery, { peerId, first: SHOWN })
  return agendaOf.edges.map(({ node }) => node)
}

/** What is still to be talked about with a peer (null: one's own). */
export function useAgenda(peerId: () => string | null) {
  const session = useSession()
  const { data, error, refetch } = useQuery({
    key: () => ['agenda', session.me?.membershipId ?? '', peerId() ?? 'own'],
    query: () => itemsOf(peerId()),
    staleTime: 0,
  })
  return { items: computed(() => data.value), error, refetch }
}
