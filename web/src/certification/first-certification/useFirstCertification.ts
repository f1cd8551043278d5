import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { FirstCertificationQuery } from '../../generated/graphql.ts'
import { firstCertificationQuery, setCertificationGoalMutation } from './first-certification.operations.ts'

export type FirstGoal = NonNullable<FirstCertificationQuery['firstCertification']['goal']>
export type FirstStepLine = FirstGoal['steps'][number]

/** The own path is read again with the own courses, that of somebody else with what managers change. */
const queryOf = (isOwn: boolean) => (isOwn ? 'my-certifications' : 'renewals')

/** The way of one peer to a first certification, and the choice of the credential. */
export function useFirstCertification(peerId: () => string, isOwn: boolean) {
  const { t } = useI18n()
  const session = useSession()
  const { data, error, refetch } = useQuery({
    key: () => [queryOf(isOwn), session.me?.membershipId ?? '', 'first-certification', peerId()],
    query: () => ask(firstCertificationQuery, { peerId: peerId() }),
    enabled: () => peerId() !== '',
  })
  const { busy, run, announce, refresh } = useAction([queryOf(isOwn)])
  const set = (credentialId: string | null) =>
    ask(setCertificationGoalMutation, { input: { peerId: peerId(), credentialId } })

  /** For a form, which says itself what went wrong. */
  async function choose(credentialId: string): Promise<void> {
    const { setCertificationGoal: before } = await set(credentialId)
    await refresh()
    announce(before, {
      done: t('certification.first-certification.chosen'),
      undo: { run: ({ previousCredentialId }) => set(previousCredentialId) },
    })
  }
  function remove(credentialId: string): void {
    void run(() => set(null), {
      done: t('certification.first-certification.removed'),
      undo: { run: () => set(credentialId) },
    })
  }
  const path = computed(() => data.value?.firstCertification)
  return { path, error, refetch, busy, choose, remove }
}
