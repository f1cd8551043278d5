import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { askPrivately } from '../../app/actions/usePasswordConfirmation.ts'
import { useSession } from '../../app/session/session.store.ts'
import { driftFlagsOfPeerQuery, driftFlagsToLinkQuery } from '../drift.operations.ts'
import { useFlagPartners } from './useFlagPartners.ts'

interface OfSession {
  readonly sessionId: () => string
  /** Null for the peer's own. */
  readonly peerId: () => string | null
  readonly isOpen: () => boolean
}

/** The flags that name this session in one of their steps, and the others that one may see. */
export function useFlagsOfSession({ sessionId, peerId, isOpen }: OfSession) {
  const session = useSession()
  const { partners } = useFlagPartners(peerId)
  const { data, error, refetch } = useQuery({
    key: () => [
      ...[peerId() === null ? 'my-drift-flags' : 'team-drift-flags', session.me?.membershipId ?? ''],
      ...['of-session', peerId() ?? ''],
    ],
    query: async () => {
      const of = peerId()
      if (of === null) return (await askPrivately(driftFlagsToLinkQuery)).myDriftFlags.edges
      return (await askPrivately(driftFlagsOfPeerQuery, { peerId: of })).teamDriftFlags.edges
    },
    enabled: isOpen,
    staleTime: 0,
  })
  const flags = computed(() => (data.value ?? []).map(({ node }) => node))
  const isLinked = (flag: (typeof flags.value)[number]): boolean =>
    flag.steps.some((step) => step.sessionId === sessionId())
  return {
    linked: computed(() => flags.value.filter(isLinked)),
    others: computed(() => flags.value.filter((flag) => !isLinked(flag))),
    canHaveFlags: computed(() => peerId() === null || partners.value.length > 0),
    error,
    refetch,
  }
}
