import { DeviceKind } from '@alongside/shared/people/sign-in/device-kinds'
import { ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { safeReturnPath } from '../../app/router.ts'
import { dropFiles } from '../../app/offline/kept-files.ts'
import { takeKeptChoices } from '../../app/session/session-choices.ts'
import { dropAllDrafts } from '../../ui/form/drafts.ts'
import { rememberDevice, suggestedDevice } from '../../app/session/this-device.ts'
import { useSession } from '../../app/session/session.store.ts'
import { announceSession } from '../../app/session/watch-session.ts'
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
  const device = ref(suggestedDevice())
  const changedHands = ref(false)
  /** The page comes from what an own device kept; a shared one does not go on with it. */
  const isKeptPage = ref(false)

  /** `email` is kept on an own device, so that the way back is shorter. */
  async function enter(outcome: Outcome, email = ''): Promise<void> {
    refused.value = outcome.__typename === 'SignInRefused'
    refusal.value = outcome.__typename === 'SignInRefused' ? (outcome.cause ?? null) : null
    pausedMinutes.value =
      outcome.__typename === 'SignInPaused' ? Math.max(1, Math.ceil(outcome.retryAfterSeconds / 60)) : null
    if (outcome.__typename !== 'SignedIn') return
    rememberDevice(device.value, email)
    if (device.value === DeviceKind.SHARED) isKeptPage.value = await dropFiles().catch(() => false)
    const before = session.holder
    await session.load()
    announceSession()
    changedHands.value = before !== null && before !== session.holder
    await takeKeptChoices()
    recoveryCode.value = outcome.recoveryCode ?? null
    if (recoveryCode.value === null) await goOn()
  }

  async function goOn(): Promise<void> {
    const path = safeReturnPath(route.query.back) ?? session.startPage
    // Nothing of the person before stays in the tab's memory.
    if (changedHands.value || isKeptPage.value) {
      dropAllDrafts()
      window.location.replace(path)
    } else await router.replace(path)
  }

  return { refused, refusal, pausedMinutes, recoveryCode, device, enter, goOn }
}
