import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import {
  restoreSupervisionSessionMutation,
  voidSupervisionSessionMutation,
} from './corrections.operations.ts'

/** Voids and restores a session, each with its undo in the toast. */
export function useSessionCorrections() {
  const { t } = useI18n()
  const { run, refresh, announce } = useAction([
    ...['caseload', 'team', 'sessions-of', 'planned-sessions'],
    ...['session-records-me', 'session-records-all'],
  ])
  const toVoid = (sessionId: string) => ask(voidSupervisionSessionMutation, { input: { sessionId } })
  const toRestore = (sessionId: string) => ask(restoreSupervisionSessionMutation, { input: { sessionId } })

  const voidSession = (id: string) =>
    run(() => toVoid(id), {
      done: t('supervision.corrections.done-void'),
      undo: { run: () => toRestore(id) },
    })
  const restoreSession = (id: string) =>
    run(() => toRestore(id), {
      done: t('supervision.corrections.done-restore'),
      undo: { run: () => toVoid(id) },
    })
  return { toVoid, toRestore, voidSession, restoreSession, refresh, announce }
}
