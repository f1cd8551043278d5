import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { LearningGoalFactsFragment } from '../../generated/graphql.ts'
import {
  learningGoalsOfQuery,
  myLearningGoalsQuery,
  updateLearningGoalMutation,
} from './learning-goals.operations.ts'

export type LearningGoal = LearningGoalFactsFragment
const SHOWN = 100

async function goalsOf(peerId: string | null): Promise<LearningGoal[]> {
  if (peerId === null) {
    const { myLearningGoals } = await ask(myLearningGoalsQuery, { first: SHOWN })
    return myLearningGoals.edges.map(({ node }) => node)
  }
  const { learningGoalsOf } = await ask(learningGoalsOfQuery, { peerId, first: SHOWN })
  return learningGoalsOf.edges.map(({ node }) => node)
}

/** What a peer wants to learn (null: oneself), and saying what became of it. */
export function useLearningGoals(peerId: () => string | null, enabled: () => boolean = () => true) {
  const { t } = useI18n()
  const session = useSession()
  const { busy, run } = useAction(['learning-goals'])
  const { data, error, refetch } = useQuery({
    key: () => ['learning-goals', session.me?.membershipId ?? '', peerId() ?? 'own'],
    query: () => goalsOf(peerId()),
    enabled,
  })
  const all = computed(() => data.value)
  const open = computed(() => data.value?.filter(({ state }) => state === 'OPEN') ?? [])
  const closed = computed(() => data.value?.filter(({ state }) => state !== 'OPEN') ?? [])
  const send = (learningGoalId: string, state: LearningGoal['state']) =>
    ask(updateLearningGoalMutation, { input: { learningGoalId, state } })
  function set({ id, state: before }: LearningGoal, state: LearningGoal['state']): Promise<unknown> {
    const done = t(`supervision.learning-goals.${state === 'OPEN' ? 'opened' : 'closed'}`)
    return run(() => send(id, state), { done, undo: { run: () => send(id, before) } })
  }
  return { all, open, closed, error, refetch, busy, set }
}
