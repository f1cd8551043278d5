import type { SetupStep, SetupStepState } from '@alongside/shared/people/setup/setup-steps'
import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { organizationSetupQuery, updateSetupStepMutation } from '../organization/setup.operations.ts'

/** How far setting up has come, and deciding about a step. */
export function useSetup() {
  const session = useSession()
  const cache = useQueryCache()
  const key = computed(() => ['setup', session.me?.membershipId ?? ''])
  const { data, error, refetch } = useQuery({
    key: () => key.value,
    query: () => ask(organizationSetupQuery),
  })
  const steps = computed(() => data.value?.organizationSetup)
  const decided = computed(() => steps.value?.filter(({ state }) => state !== 'OPEN').length ?? 0)
  /** What was skipped is decided, and not done. */
  const done = computed(() => steps.value?.filter(({ state }) => state === 'DONE').length ?? 0)
  const isFinished = computed(() => steps.value !== undefined && decided.value === steps.value.length)

  async function decide(step: SetupStep, state: SetupStepState): Promise<void> {
    const { updateSetupStep } = await ask(updateSetupStepMutation, { input: { step, state } })
    cache.setQueryData(key.value, { organizationSetup: updateSetupStep.steps })
  }
  return { steps, decided, done, isFinished, error, refetch, decide }
}
