import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ask } from '../../app/session/graphql-client.ts'
import { factKey, problemOf } from '../../ui/feedback/error-words.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import { undoPlacementWithdrawalMutation, withdrawPlacementMutation } from '../peers/peers.operations.ts'

interface Withdrawable {
  readonly id: string
  readonly revision: number
}

/** Withdraws a placement that was entered by mistake, and puts it back. */
export function useWithdrawing(changed: () => void) {
  const { t, te } = useI18n()
  const { show } = useToast()
  const busy = ref(false)

  async function attempt(change: () => Promise<unknown>, done: () => void): Promise<void> {
    busy.value = true
    try {
      await change()
      done()
    } catch (error) {
      const { kind, fact } = problemOf(error)
      if (kind === 'bad-input') show(t('people.peers.withdrawn.in-the-way'))
      else show(t(fact && te(factKey(fact)) ? factKey(fact) : `ui.problem.${kind}.text`))
    }
    busy.value = false
    changed()
  }
  function putBack({ id: placementId, revision }: Withdrawable): Promise<void> {
    return attempt(
      () => ask(undoPlacementWithdrawalMutation, { placementId, revision }),
      () => show(t('people.peers.withdrawn.is-back')),
    )
  }
  function withdraw({ id, revision }: Withdrawable): Promise<void> {
    return attempt(
      () => ask(withdrawPlacementMutation, { placementId: id, revision }),
      () =>
        show(t('people.peers.withdrawn.done'), {
          label: t('people.peers.withdrawn.put-back'),
          run: () => void putBack({ id, revision: revision + 1 }),
        }),
    )
  }
  return { busy, withdraw, putBack }
}
