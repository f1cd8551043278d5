import { useQuery } from '@pinia/colada'
import { computed, shallowRef } from 'vue'
import { useSession } from '../app/session/session.store.ts'

interface FlagPage<Flag> {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null }
  readonly edges: readonly { readonly node: Flag }[]
}

/** One page of a list of flags at a time, under the person's id: on a shared device nobody finds another's. */
export function useFlagPages<Flag, Answer>(
  name: string,
  load: (after: string | null) => Promise<Answer>,
  pageIn: (answer: Answer) => FlagPage<Flag>,
) {
  const session = useSession()
  /** The cursors of the pages before, and how many flags each of them held. */
  const before = shallowRef<readonly { cursor: string; count: number }[]>([])
  const after = computed(() => before.value.at(-1)?.cursor ?? null)
  const { data, error, isLoading, refetch } = useQuery({
    key: () => [name, session.me?.membershipId ?? '', after.value ?? ''],
    query: () => load(after.value),
    staleTime: 0,
  })
  const page = computed(() => data.value && pageIn(data.value))
  const flags = computed(() => page.value?.edges.map(({ node }) => node) ?? [])
  const pager = computed(() => {
    const earlier = before.value.reduce((sum, { count }) => sum + count, 0)
    const total = page.value?.totalCount ?? 0
    const hasNext = page.value?.pageInfo.hasNextPage ?? false
    return { from: earlier + 1, to: earlier + flags.value.length, total, hasPrevious: earlier > 0, hasNext }
  })
  function next(): void {
    const cursor = page.value?.pageInfo.endCursor
    if (cursor) before.value = [...before.value, { cursor, count: flags.value.length }]
  }
  const previous = () => (before.value = before.value.slice(0, -1))
  return { data, page, flags, pager, error, isLoading, refetch, next, previous }
}
