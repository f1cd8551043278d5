import { useQuery } from '@pinia/colada'
import { computed, type Ref, watch } from 'vue'
import { usePages } from '../../ui/table/usePages.ts'
import { useSession } from '../session/session.store.ts'

interface Page {
  readonly pageInfo: { readonly endCursor?: string | null }
}

/** One page of a filtered, sorted list; another filter or order begins at its first page again. */
export function usePagedList<List extends Page, Narrowed extends object>(
  name: string,
  narrowed: Readonly<Ref<Narrowed>>,
  read: (question: Narrowed & { first: number; after: string | null }) => Promise<List>,
) {
  const session = useSession()
  const { place, from, next, previous, restart } = usePages()
  watch(narrowed, restart)
  const question = computed(() => ({ ...narrowed.value, ...place.value }))
  const { data, error, isLoading, isPlaceholderData, refetch } = useQuery({
    key: () => [name, session.me?.membershipId ?? '', JSON.stringify(question.value)],
    query: () => read(question.value),
    // The old rows stay until the new ones are there.
    placeholderData: (before) => before,
  })
  const list = computed<List | undefined>(() => data.value)
  return {
    ...{ list, error, isLoading, isPlaceholderData, refetch, from, previous },
    next: () => next(list.value?.pageInfo.endCursor),
  }
}
