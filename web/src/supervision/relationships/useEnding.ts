import { useQueryCache } from '@pinia/colada'
import { useI18n } from 'vue-i18n'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { usePasswordConfirmation } from '../../app/actions/usePasswordConfirmation.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import {
  endSupervisionRelationshipMutation,
  proposeSupervisionRelationshipMutation,
} from '../supervision.operations.ts'
import { useProblemWords } from '../useProblemWords.ts'
import type { Relationship } from './naming.ts'

/** What only the peer can begin, and what names another's days away, does not come back by a tap. */
export function canBeUndone({ type, accepted, isSubstitute }: Relationship): boolean {
  return accepted && type !== 'SUPPORTIVE' && !isSubstitute
}

/** Ends a relationship. An end stays in the record: undo names the same supervisor anew, from today on. */
export function useEnding(peerId: () => string) {
  const { t } = useI18n()
  const cache = useQueryCache()
  const toast = useToast()
  const session = useSession()
  const { withConfirmation } = usePasswordConfirmation()

  const wordsOf = useProblemWords()

  async function tried(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      toast.show(wordsOf(error))
    }
    // Undo comes when the line that was ended is gone from the page, so nobody is left to tell.
    await cache.invalidateQueries({ key: ['supervision-of'] })
  }

  function nameAgain({ supervisor, type, startsOn, endsOn, supervisorHasPeerExperience }: Relationship) {
    const today = session.me?.today ?? startsOn
    const input = {
      supervisorId: supervisor.id,
      peerId: peerId(),
      type,
      startsOn: startsOn > today ? startsOn : today,
      endsOn: endsOn ?? null,
      supervisorHasPeerExperience,
    }
    return tried(async () => {
      await withConfirmation(() => ask(proposeSupervisionRelationshipMutation, { input }))
      toast.show(t('supervision.end.undone', { name: supervisor.displayName ?? '' }))
    })
  }

  function end(relationship: Relationship): Promise<void> {
    return tried(async () => {
      await ask(endSupervisionRelationshipMutation, { input: { relationshipId: relationship.id } })
      const said = t('supervision.end.ended', { name: relationship.supervisor.displayName ?? '' })
      if (!canBeUndone(relationship)) toast.show(said)
      else toast.show(said, { label: t('supervision.end.undo'), run: () => void nameAgain(relationship) })
    })
  }
  return { end }
}
