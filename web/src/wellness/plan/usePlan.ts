import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { askPrivately } from '../../app/actions/usePasswordConfirmation.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { keepPlan, keptPlan, type PlanLine } from './kept-plan.ts'
import { mySelfCarePlanQuery } from './plan.operations.ts'

const EVERY_LINE = { first: 100 }

/**
 * The own plan. On an own device it is there without a connection too; on a shared one `unlocks` asks for the password, and
 * without it nothing is shown.
 */
export function usePlan({ unlocks = false } = {}) {
  const session = useSession()
  const owner = () => session.me?.membershipId ?? ''
  const { data, error, isLoading, refetch } = useQuery({
    key: () => ['self-care-plan', owner()],
    query: async () => {
      const read = unlocks ? askPrivately : ask
      const { mySelfCarePlan } = await read(mySelfCarePlanQuery, EVERY_LINE)
      const lines = mySelfCarePlan.edges.map(({ node }) => node)
      if (session.me?.isSharedDevice === false) keepPlan({ membershipId: owner(), lines })
      return lines
    },
  })
  const kept = computed(() => (session.me?.isSharedDevice === false ? keptPlan(owner()) : null))
  const lines = computed<readonly PlanLine[] | null>(() => data.value ?? kept.value)
  return { lines, error, isLoading, refetch }
}
