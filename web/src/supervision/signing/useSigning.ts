import { SIGNED_AT_ONCE } from '@alongside/shared/supervision/signing/sign-off'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { askPrivately } from '../../app/actions/usePasswordConfirmation.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { AcknowledgeSupervisionSessionInput } from '../../generated/graphql.ts'
import {
  acknowledgeSupervisionSessionMutation,
  sessionsToAcknowledgeQuery,
  sessionsToSignQuery,
  signSupervisionSessionsMutation,
} from './signing.operations.ts'

// The key begins with that of the sessions: whatever changes a session asks anew for what waits.
const key = (me: string | undefined, what: string) => () => ['sessions-of', me ?? '', what]

/** Signs as the supervisor, and acknowledges as the peer. */
export function useSigning() {
  const { t } = useI18n()
  const { busy, run, refresh, announce } = useAction(['sessions-of'])

  async function sign(sessionIds: string[]): Promise<void> {
    const signed = await run(() => ask(signSupervisionSessionsMutation, { input: { sessionIds } }), {
      done: t('supervision.signing.signed', { count: sessionIds.length }, sessionIds.length),
    })
    // It may have been corrected meanwhile: then the version is shown that counts.
    if (!signed) await refresh()
  }
  async function acknowledge(input: AcknowledgeSupervisionSessionInput): Promise<void> {
    const done = t('supervision.signing.thanks')
    const sent = await run(() => askPrivately(acknowledgeSupervisionSessionMutation, { input }), { done })
    if (!sent) await refresh()
  }
  return { busy, sign, acknowledge, refresh, announce }
}

/** What a supervisor has held and not signed, as many as can be signed at once, the oldest first. */
export function useSessionsToSign() {
  const session = useSession()
  const { data } = useQuery({
    key: key(session.me?.membershipId, 'to-sign'),
    query: () => ask(sessionsToSignQuery, { first: SIGNED_AT_ONCE }),
  })
  const total = computed(() => data.value?.sessionsToSign.totalCount ?? 0)
  const sessions = computed(() => data.value?.sessionsToSign.edges.map(({ node }) => node) ?? [])
  return { total, sessions }
}

/** What a peer took part in and has not acknowledged. */
export function useSessionsToAcknowledge() {
  const session = useSession()
  const { data } = useQuery({
    key: key(session.me?.membershipId, 'to-acknowledge'),
    query: () => ask(sessionsToAcknowledgeQuery, { first: SIGNED_AT_ONCE }),
  })
  const total = computed(() => data.value?.sessionsToAcknowledge.totalCount ?? 0)
  const sessions = computed(() => data.value?.sessionsToAcknowledge.edges.map(({ node }) => node) ?? [])
  return { total, sessions }
}
