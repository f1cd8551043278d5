import { useInfiniteQuery } from '@pinia/colada'
import { computed } from 'vue'
import { askPrivately } from '../../app/actions/usePasswordConfirmation.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { MySessionsQuery } from '../../generated/graphql.ts'
import { mySessionsQuery, sessionsOfQuery } from './session.operations.ts'

type Page = MySessionsQuery['mySessions']
const PAGE = 10
/** One's own take a line each. */
const MINE_A_PAGE = 20

async function pageOf(peerId: string | null, search: string | null, after: string | null): Promise<Page> {
  if (peerId === null)
    return (await askPrivately(mySessionsQuery, { first: MINE_A_PAGE, search, after })).mySessions
  return (await askPrivately(sessionsOfQuery, { peerId, first: PAGE, after })).sessionsOf
}

/** Sessions of a peer (null: one's own, also by a search), the latest first, page after page. */
export function useSessionPages(peerId: () => string | null, search: () => string | null = () => null) {
  const session = useSession()
  const { data, error, isLoading, refetch, loadNextPage, hasNextPage } = useInfiniteQuery<
    Page,
    Error,
    string | null
  >({
    key: () => ['sessions-of', session.me?.membershipId ?? '', peerId() ?? 'own', search() ?? ''],
    initialPageParam: null,
    query: ({ pageParam }) => pageOf(peerId(), search(), pageParam),
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? (last.pageInfo.endCursor ?? null) : null),
  })
  const pages = computed<readonly Page[]>(() => data.value?.pages ?? [])
  const sessions = computed(() => pages.value.flatMap((page) => page.edges.map(({ node }) => node)))
  const total = computed(() => pages.value[0]?.totalCount)
  return { sessions, total, error, isLoading, refetch, loadNextPage, hasNextPage }
}
