import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { mySupervisionAgreementsQuery, signSupervisionAgreementMutation } from './agreement.operations.ts'

/** Agreements that name the signed-in person: their own, and those in which they supervise somebody. */
export function useMyAgreements() {
  const { t } = useI18n()
  const session = useSession()
  const { busy, run, refresh } = useAction(['my-supervision-agreements'])
  const me = () => session.me?.membershipId ?? ''
  const key = () => ['my-supervision-agreements', me()]
  const { data } = useQuery({ key, query: () => ask(mySupervisionAgreementsQuery, { first: 100 }) })
  const all = computed(() => data.value?.mySupervisionAgreements.edges.map(({ node }) => node) ?? [])
  const awaitsMe = (agreement: (typeof all.value)[number]): boolean =>
    agreement.signers.some(({ member, signedAt }) => member.id === me() && !signedAt)
  const hasAnswered = (agreement: (typeof all.value)[number]): boolean =>
    agreement.signers.some(({ member, objection }) => member.id === me() && objection)
  const own = computed(() => all.value.find(({ peer }) => peer.id === me()) ?? null)
  const toSign = computed(() => all.value.filter((each) => each.peer.id !== me() && awaitsMe(each)))

  async function sign(agreementId: string): Promise<void> {
    const signed = await run(() => ask(signSupervisionAgreementMutation, { input: { agreementId } }), {
      done: t('supervision.agreements.form.thanks'),
    })
    // It may have been replaced meanwhile: then the next one is shown.
    if (!signed) await refresh()
  }
  return { own, toSign, awaitsMe, hasAnswered, busy, sign }
}
