import { useI18n } from 'vue-i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import {
  endSupervisionRelationshipMutation,
  proposeSupervisionRelationshipMutation,
} from './relationship.operations.ts'
import type { Relationship } from './naming.ts'

/** What only the peer can begin, and what names another's days away, does not come back by a tap. */
export function canBeUndone({ type, accepted, isSubstitute }: Relationship): boolean {
  return accepted && type !== 'SUPPORTIVE' && !isSubstitute
}

/** Ends a relationship. An end stays in the record: undo names the same supervisor anew, from today on. */
export function useEnding(peerId: () => string) {
  const { t } = useI18n()
  const session = useSession()
  const { run, refresh } = useAction(['supervision-of'])

  function nameAgain({ supervisor, type, startsOn, endsOn, supervisorHasPeerExperience }: Relationship) {
    const input = {
      supervisorId: supervisor.id,
      peerId: peerId(),
      type,
      startsOn: startsOn > session.today ? startsOn : session.today,
      endsOn: endsOn ?? null,
      supervisorHasPeerExperience,
    }
    return ask(proposeSupervisionRelationshipMutation, { input })
  }

  async function end(relationship: Relationship): Promise<void> {
    const name = relationship.supervisor.displayName ?? ''
    const input = { relationshipId: relationship.id }
    const ended = await run(() => ask(endSupervisionRelationshipMutation, { input }), {
      done: t('supervision.end.ended', { name }),
      undo: canBeUndone(relationship)
        ? { run: () => nameAgain(relationship), done: t('supervision.end.undone', { name }) }
        : undefined,
    })
    // Somebody else may have ended it: then the page shows that.
    if (!ended) await refresh()
  }
  return { end }
}
