import type { SeriesScope } from '@alongside/shared/supervision/planning/planned-reasons'
import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { unlessStale } from '../../app/actions/unless-stale.ts'
import { ask } from '../../app/session/graphql-client.ts'
import type { CancelPlannedSessionInput, UpdatePlannedSessionInput } from '../../generated/graphql.ts'
import {
  cancelPlannedSessionMutation,
  markPlannedSessionMissedMutation,
  restorePlannedSessionMutation,
  updatePlannedSessionMutation,
} from './planning.operations.ts'

/** What a planned session is known by when it changes: somebody else may have been quicker. */
interface Known {
  readonly id: string
  readonly revision: number
}
const STALE = 'supervision.planning.changed-meanwhile'

export const REFRESHED_BY_PLANNING = [
  'planned-sessions',
  'caseload',
  'team',
  'my-supervisors',
  'time-requests',
]

/** Moves, cancels and restores planned sessions, each with its undo where one is cheap. */
export function usePlannedChanges() {
  const { t } = useI18n()
  const { busy, run, refresh, announce } = useAction(REFRESHED_BY_PLANNING)
  const named = ({ id, revision }: Known) => ({ plannedSessionId: id, expectedRevision: revision })

  async function move(
    session: Known,
    to: Omit<UpdatePlannedSessionInput, 'plannedSessionId' | 'expectedRevision'>,
  ) {
    const { updatePlannedSession } = await ask(updatePlannedSessionMutation, {
      input: { ...named(session), ...to },
    })
    return unlessStale(updatePlannedSession, STALE).plannedSession
  }
  async function restore(session: Known) {
    const { restorePlannedSession } = await ask(restorePlannedSessionMutation, { input: named(session) })
    return unlessStale(restorePlannedSession, STALE).plannedSession
  }
  async function cancel(session: Known, reason: CancelPlannedSessionInput['reason'], scope: SeriesScope) {
    const input = { ...named(session), reason, scope }
    const { cancelPlannedSession } = await ask(cancelPlannedSessionMutation, { input })
    const { plannedSession } = unlessStale(cancelPlannedSession, STALE)
    await refresh()
    // A whole series is planned again more easily than it is restored one by one.
    const undo = scope === 'ONE' ? { run: () => restore(plannedSession) } : undefined
    announce(undefined, { done: t('supervision.planning.done-cancel'), undo })
  }
  async function miss(session: Known, reason: CancelPlannedSessionInput['reason']) {
    const { markPlannedSessionMissed } = await ask(markPlannedSessionMissedMutation, {
      input: { ...named(session), reason },
    })
    const { plannedSession } = unlessStale(markPlannedSessionMissed, STALE)
    await refresh()
    announce(undefined, {
      done: t('supervision.planning.done-miss'),
      undo: { run: () => restore(plannedSession) },
    })
  }
  const restoreNow = (session: Known) =>
    run(() => restore(session), { done: t('supervision.planning.done-restore') })
  return { busy, move, cancel, miss, restoreNow, refresh, announce }
}
