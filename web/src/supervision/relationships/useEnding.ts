import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { endSupervisionRelationshipMutation } from './relationship.operations.ts'
import type { Relationship } from './naming.ts'

/** Ends a relationship. An end stays in the record, and what begins anew the peer is told of before. */
export function useEnding() {
  const { t } = useI18n()
  const { run, refresh } = useAction(['supervision-of'])

  async function end(relationship: Relationship): Promise<void> {
    const name = relationship.supervisor.displayName ?? ''
    const input = { relationshipId: relationship.id }
    const ended = await run(() => ask(endSupervisionRelationshipMutation, { input }), {
      done: t('supervision.relationships.end.ended', { name }),
    })
    // Somebody else may have ended it: then the page shows that.
    if (!ended) await refresh()
  }
  return { end }
}
