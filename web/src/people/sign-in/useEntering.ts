import { ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { safeReturnPath } from '../../app/router.ts'
import { takeKeptChoices } from '../../app/session/session-choices.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { SignInRefusal } from '../../generated/graphql.ts'

type Outcome =
  | { __typename: 'SignedIn'; recoveryCode?: string | null }
  | { __typename: 'SignInRefused'; cause?: SignInRefusal }
  | { __typename: 'SignInPaused'; retryAfterSeconds: number }

/** What follows on every way in: a recovery code to keep, then the page one came for. */
export function useEntering() {
  const session = useSession()
  const route = useRoute()
  const router = useRouter()
  const refused = ref(false)
  const refusal = ref<SignInRefusal | null>(null)
  const pausedMinutes = ref<number | null>(null)
  const recoveryCode = ref<string | null>(null)

  async function enter(outcome: Outcome): Promise<void> {
    refused.value = outcome.__typename === 'SignInRefused'
    refusal.value = outcome.__typename === 'SignInRefused' ? (outcome.cause ?? null) : null
    pausedMinutes.value =
      outcome.__typename === 'SignInPaused' ? Math.max(1, Math.ceil(outcome.retryAfterSeconds / 60)) : null
    if (outcome.__typename !== 'SignedIn') return
    await session.load()
    await takeKeptChoices()
    recoveryCode.value = outcome.recoveryCode ?? null
    if (recoveryCode.value === null) await goOn()
  }

  async function goOn(): Promise<void> {
    await router.replace(safeReturnPath(route.query.back) ?? session.startPage)
  }

  return { refused, refusal, pausedMinutes, recoveryCode, enter, goOn }
}
