import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { unlessStale } from '../../app/actions/unless-stale.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { factKey, problemOf } from '../../ui/feedback/error-words.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import { restorePlacementMutation, voidPlacementMutation } from './placements.operations.ts'

interface Withdrawable {
  readonly id: string
  readonly revision: number
}

/** Withdraws a placement that was entered by mistake, and puts it back. */
export function useWithdrawing(changed: () => void) {
  const { t, te } = useI18n()
  const { show } = useToast()
  const busy = ref(false)

  async function attempt<Done>(change: () => Promise<Done>, done: (changed: Done) => void): Promise<void> {
    busy.value = true
    try {
      done(await change())
    } catch (error) {
      const { kind, fact } = problemOf(error)
      if (kind === 'bad-input') show(t('people.peers.withdrawn.in-the-way'))
      else show(t(fact && te(factKey(fact)) ? factKey(fact) : `ui.problem.${kind}.text`))
    }
    busy.value = false
    changed()
  }
  function putBack({ id: placementId, revision: expectedRevision }: Withdrawable): Promise<void> {
    return attempt(
      async () => {
        const { restorePlacement } = await ask(restorePlacementMutation, {
          input: { placementId, expectedRevision },
        })
        unlessStale(restorePlacement, 'people.peers.changed-meanwhile')
      },
      () => show(t('people.peers.withdrawn.is-back')),
    )
  }
  function withdraw({ id, revision }: Withdrawable): Promise<void> {
    return attempt(
      async () => {
        const { voidPlacement } = await ask(voidPlacementMutation, {
          input: { placementId: id, expectedRevision: revision },
        })
        return unlessStale(voidPlacement, 'people.peers.changed-meanwhile').placement
      },
      (voided) =>
        show(t('people.peers.withdrawn.done'), {
          label: t('people.peers.withdrawn.put-back'),
          run: () => void putBack(voided),
        }),
    )
  }
  return { busy, withdraw, putBack }
}
