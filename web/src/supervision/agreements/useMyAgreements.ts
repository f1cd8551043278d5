import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import { mySupervisionAgreementsQuery, signSupervisionAgreementMutation } from '../supervision.operations.ts'
import { useProblemWords } from '../useProblemWords.ts'

/** Agreements that name the signed-in person: their own, and those in which they supervise somebody. */
export function useMyAgreements() {
  const { t } = useI18n()
  const session = useSession()
  const cache = useQueryCache()
  const toast = useToast()
  const wordsOf = useProblemWords()
  const me = () => session.me?.membershipId ?? ''
  const key = () => ['my-supervision-agreements', me()]
  const { data } = useQuery({ key, query: () => ask(mySupervisionAgreementsQuery) })
  const all = computed(() => data.value?.mySupervisionAgreements.edges.map(({ node }) => node) ?? [])
  const awaitsMe = (agreement: (typeof all.value)[number]): boolean =>
    agreement.signers.some(({ member, signedAt }) => member.id === me() && !signedAt)
  const own = computed(() => all.value.find(({ peer }) => peer.id === me()) ?? null)
  const toSign = computed(() => all.value.filter((each) => each.peer.id !== me() && awaitsMe(each)))

  async function sign(agreementId: string): Promise<void> {
    try {
      await ask(signSupervisionAgreementMutation, { input: { agreementId } })
      toast.show(t('supervision.agreement.thanks'))
    } catch (error) {
      toast.show(wordsOf(error))
    }
    await cache.invalidateQueries({ key: key() })
  }
  return { own, toSign, awaitsMe, sign }
}
