import { ref } from 'vue'
import { useI18n } from '#i18n'
import { unlessStale } from '../../app/actions/unless-stale.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { factKey, problemOf } from '../../ui/feedback/error-words.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import { restorePlacementMutation, voidPlacementMutation } from './placements.operations.ts'

interface Versioned {
  readonly id: string
  readonly revision: number
}

/** Voids a placement that was entered by mistake, and restores it. */
export function useVoiding(changed: () => void) {
  const { t, te } = useI18n()
  const { show } = useToast()
  const busy = ref(false)

  async function attempt<Done>(change: () => Promise<Done>, done: (changed: Done) => void): Promise<void> {
    busy.value = true
    try {
      done(await change())
    } catch (error) {
      const { kind, fact } = problemOf(error)
      if (kind === 'bad-input') show(t('people.peers.voided.in-the-way'))
      else show(t(fact && te(factKey(fact)) ? factKey(fact) : `ui.problem.${kind}.text`))
    }
    busy.value = false
    changed()
  }
  function restorePlacement(placement: Versioned): Promise<void> {
    return attempt(
      () => restoredNow(placement),
      () => show(t('people.peers.voided.restored')),
    )
  }
  function voidPlacement(placement: Versioned): Promise<void> {
    return attempt(
      () => voidedNow(placement),
      (voided) =>
        show(t('people.peers.voided.done'), {
          label: t('people.peers.voided.restore'),
          run: () => void restorePlacement(voided),
        }),
    )
  }
  return { busy, voidPlacement, restorePlacement }
}

async function voidedNow({ id: placementId, revision: expectedRevision }: Versioned): Promise<Versioned> {
  const { voidPlacement } = await ask(voidPlacementMutation, { input: { placementId, expectedRevision } })
  return unlessStale(voidPlacement, 'people.peers.changed-meanwhile').placement
}

async function restoredNow({ id: placementId, revision: expectedRevision }: Versioned): Promise<void> {
  const { restorePlacement } = await ask(restorePlacementMutation, {
    input: { placementId, expectedRevision },
  })
  unlessStale(restorePlacement, 'people.peers.changed-meanwhile')
}
