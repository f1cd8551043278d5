import { useQueryCache } from '@pinia/colada'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { isPassing } from '../../app/offline/passing-errors.ts'
import { ApiError, askAs, askQuietly } from '../../app/session/graphql-client.ts'
import { useSession, type Me } from '../../app/session/session.store.ts'
import { sendCheckIn, type Ask, type CheckInToSend, type SentCheckIn } from './send-check-in.ts'
import { allWaiting, keepWaiting, removeAllOf, removeWaiting } from './waiting-check-ins.ts'
import type { WaitingCheckIn } from './waiting-check-ins.ts'

// On an own device a check-in is kept first and sent then: whatever happens on the way, it is kept until the server
// says that it has it. Sending starts again when the page opens, with the connection, and after a growing pause.

/** After this long without an answer, the person is told that the answers are safe, and need not wait. */
const PATIENCE_MS = 4_000
/** An answer that takes longer is not waited for: it may have been lost, and the same key is sent again. */
const LONGEST_SEND_MS = 60_000
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [5_000, 15 * 60_000]
const CHANNEL = 'alongside.outbox'

type Outcome = SentCheckIn | { readonly kind: 'kept' }

export const useOutbox = defineStore('check-in-outbox', () => {
  const session = useSession()
  const list = useWaitingList()
  const { save, sendAll, stop } = useDelivery(list)

  /** Watches for the connection, and for what other tabs keep and send. Answers how to stop. */
  function watchConnection(): () => void {
    const again = () => void sendAll().catch(console.error)
    const onReturn = () => document.visibilityState === 'visible' && list.mine.value.length > 0 && again()
    const channel = new BroadcastChannel(CHANNEL)
    channel.onmessage = () => void list.refresh()
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      stop()
      channel.close()
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }

  const ofPerson = async (): Promise<WaitingCheckIn[]> =>
    (await allWaiting()).filter(({ accountId }) => accountId === session.me?.accountId)
  const forgetPerson = (): Promise<void> => removeAllOf(session.me?.accountId ?? '')

  return { ...list, save, sendAll, watchConnection, ofPerson, forgetPerson }
})

type List = ReturnType<typeof useWaitingList>

/** What is kept on this device, as all tabs see it. */
function useWaitingList() {
  const session = useSession()
  const waiting = shallowRef<readonly WaitingCheckIn[]>([])
  /** What the person who is signed in wrote here, and nobody else. */
  const mine = computed(() =>
    waiting.value.filter(({ membershipId }) => membershipId === session.me?.membershipId),
  )

  async function refresh(): Promise<void> {
    waiting.value = await allWaiting()
  }
  async function changed(): Promise<void> {
    await refresh()
    const channel = new BroadcastChannel(CHANNEL)
    channel.postMessage('changed')
    channel.close()
  }
  async function keep(checkIn: WaitingCheckIn): Promise<void> {
    await keepWaiting(checkIn)
    await changed()
  }
  async function remove(checkIn: WaitingCheckIn): Promise<void> {
    await removeWaiting(checkIn)
    await changed()
  }
  return { mine, refresh, keep, remove }
}

/** One tab sends at a time; what another one has sent meanwhile is done. */
function useSending({ keep, remove }: List) {
  const cache = useQueryCache()
  return (checkIn: WaitingCheckIn, ask: typeof askAs): Promise<Outcome> =>
    inTurn(async () => {
      const isThere = (await allWaiting()).some(({ key }) => key === checkIn.key)
      if (!isThere) return { kind: 'saved' }
      const { membershipId } = checkIn
      const as: Ask = (operation, ...variables) => ask(membershipId, operation, ...variables)
      const sent = await sendCheckIn(as, checkIn)
      await (sent.kind === 'saved' ? remove(checkIn) : keep({ ...checkIn, state: 'DIFFERS' }))
      void cache.invalidateQueries({ key: ['my-week', membershipId] }).catch(() => undefined)
      return sent
    })
}

function useDelivery(list: List) {
  const session = useSession()
  const deliver = useSending(list)
  const { again, stop, calm } = useGrowingPause(() => void sendAll().catch(console.error))

  /** Keeps the answers, then sends them. "Kept" where the server was not reached, or not yet. */
  async function save(sent: CheckInToSend): Promise<Outcome> {
    if (!session.me) throw new Error('Nobody is signed in.')
    const { membershipId } = session.me
    const checkIn = writtenBy(session.me, sent)
    // A browser that keeps nothing after all: as on a shared device, the answers stay in the form until they are sent.
    if (!(await isDone(list.keep(checkIn))))
      return sendCheckIn((operation, ...variables) => askAs(membershipId, operation, ...variables), sent)
    void navigator.storage?.persist?.()
    const sending = deliver(checkIn, askAs).catch(async (error: unknown): Promise<Outcome> => {
      if (isPassing(error)) again()
      if (isPassing(error) || isOfSession(error)) return { kind: 'kept' }
      // The person is here, with the form before them: it says what is wrong, and has the answers.
      await list.remove(checkIn)
      throw error
    })
    return Promise.race([sending, pause(PATIENCE_MS)])
  }

  /** Sends whatever of this person waits. What the API refuses is kept, for the person to look at. */
  async function sendAll(): Promise<void> {
    stop()
    await list.refresh()
    for (const checkIn of list.mine.value.filter(({ state }) => state === 'WAITING')) {
      await deliver(checkIn, askQuietly).then(
        ({ kind }) => (kind === 'kept' ? again() : calm()),
        (error: unknown) => {
          if (isPassing(error)) return again()
          return isOfSession(error) ? undefined : list.keep(stuck(checkIn, error))
        },
      )
    }
  }
  return { save, sendAll, stop }
}

function writtenBy(
  { accountId, membershipId }: Me,
  { answers, key, replaces }: CheckInToSend,
): WaitingCheckIn {
  const savedAt = new Date().toISOString()
  const { weekStart } = answers
  return { accountId, membershipId, weekStart, answers, key, replaces, savedAt, state: 'WAITING' }
}

function stuck(checkIn: WaitingCheckIn, error: unknown): WaitingCheckIn {
  if (!(error instanceof ApiError)) throw error
  return { ...checkIn, state: 'STUCK', error: { code: error.code, fact: error.fact } }
}

function useGrowingPause(work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let pauseMs = FIRST_PAUSE_MS
  const stop = (): void => clearTimeout(timer)
  const calm = (): void => void (pauseMs = FIRST_PAUSE_MS)
  function again(): void {
    stop()
    timer = setTimeout(work, pauseMs)
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  }
  return { again, stop, calm }
}

/** What another sign-in settles: the check-in waits for its person to come back. */
function isOfSession(error: unknown): boolean {
  const { code, fact } = error instanceof ApiError ? error : { code: '', fact: undefined }
  return (
    code === 'UNAUTHENTICATED' || code === 'CONFIRM_PASSWORD' || fact === 'people.sign-in.other-membership'
  )
}

const isDone = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  )

function pause(ms: number): Promise<Outcome> {
  return new Promise((resolve) => setTimeout(() => resolve({ kind: 'kept' }), ms))
}

/** Plain http has no locks; there the key alone keeps two tabs from making two records. */
function inTurn(work: () => Promise<Outcome>): Promise<Outcome> {
  const inTime = () => Promise.race([work(), pause(LONGEST_SEND_MS)])
  return 'locks' in navigator ? navigator.locks.request(CHANNEL, inTime) : inTime()
}
