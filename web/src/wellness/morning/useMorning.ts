import { type MorningFacts, morningStep } from '@alongside/shared/supervision/overview/morning'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { supervisorMorningQuery } from './morning.operations.ts'

interface About {
  readonly id: string
  readonly displayName?: string | null
}

/** Whoever leads a session is the other one where it is the own supervision. */
function otherOf(
  session: { supervisor: About; peers: readonly About[] } | undefined,
  me: string,
): About | null | undefined {
  return session?.supervisor.id === me ? session.peers[0] : session?.supervisor
}

/** What waits for a supervisor today: numbers, today's sessions, and whom the next step is about. */
export function useMorning() {
  const session = useSession()
  const me = () => session.me?.membershipId ?? ''
  const withTalks = () => session.me?.isSharedDevice === false
  const { data, error, refetch } = useQuery({
    key: () => ['supervisor-morning', me(), withTalks(), session.today],
    query: () => ask(supervisorMorningQuery, { withTalks: withTalks() }),
    staleTime: 0,
  })
  const morning = computed(() => data.value?.supervisorMorning)
  const today = computed(() => morning.value?.sessionsToday ?? [])
  const talks = computed(() =>
    (data.value?.talkRequestsToMe?.edges.map(({ node }) => node) ?? []).filter(
      ({ state }) => state === 'WAITING',
    ),
  )
  const facts = computed((): MorningFacts | null =>
    morning.value
      ? {
          ...morning.value,
          talkRequests: data.value?.talkRequestsToMe ? talks.value.length : null,
          sessionsToday: today.value.length,
        }
      : null,
  )
  const step = computed(() => facts.value && morningStep(facts.value))
  /** Whom the next step is about, where it is one person. */
  const about = computed((): About | null | undefined => {
    if (step.value === 'ANSWER_TALK') return talks.value[0]?.peer
    if (step.value === 'HOLD_SESSION') return otherOf(today.value[0], me())
    return step.value === 'SEE_OVERDUE' || step.value === 'PLAN_SESSION'
      ? morning.value?.dueSoon[0]?.peer
      : null
  })
  return { morning, today, facts, step, about, error, refetch, me }
}
