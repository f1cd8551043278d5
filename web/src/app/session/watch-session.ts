import { SHARED_IDLE_MINUTES } from '@alongside/shared/people/sign-in/device-kinds'
import { useQueryCache } from '@pinia/colada'
import { watch } from 'vue'
import { msUntilDayAfter } from './day-change.ts'
import { useSession } from './session.store.ts'

const CHANNEL = 'alongside.session'
/** Coming back to a tab twice within this time asks once. */
const FRESH_MS = 5_000
/** A timer that fired early, or a server that is a little behind, is asked again after this. */
const AGAIN_MS = 30_000

/** Other tabs of this browser look at their session when somebody signs in here, or goes to another organization. */
export function announceSession(): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('changed')
  channel.close()
}

/**
 * Keeps what the tab knows of its session true: it looks when one comes back to the tab, when another tab signs in, and
 * when the organization's day is over. The API refuses what an outdated tab sends in any case.
 */
export function watchSession(): void {
  const session = useSession()
  const cache = useQueryCache()
  let lookedAt = 0
  let midnight: ReturnType<typeof setTimeout> | undefined

  // Without a connection there is nothing to learn, and the next look will tell.
  const look = (): Promise<void> => session.look().catch(() => undefined)
  const lookOnReturn = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < FRESH_MS) return
    lookedAt = Date.now()
    void look()
  }
  function waitForMidnight(least = 0): void {
    clearTimeout(midnight)
    const { me } = session
    if (!me) return
    const wait = Math.max(least, msUntilDayAfter(me.today, me.organization.timeZone, new Date()))
    midnight = setTimeout(() => void look().finally(() => waitForMidnight(AGAIN_MS)), wait)
  }

  watchSharedDevice(look)
  document.addEventListener('visibilitychange', lookOnReturn)
  window.addEventListener('focus', lookOnReturn)
  new BroadcastChannel(CHANNEL).addEventListener('message', () => void look())
  watch(
    () => session.today,
    (today, before) => {
      waitForMidnight()
      // What was counted from the day before is asked for anew: weeks, what is due, days left.
      if (today !== '' && before) void cache.invalidateQueries()
    },
    { immediate: true },
  )
}

const MINUTE_MS = 60_000
/** Whoever types without sending anything is there: the server hears of it this often. */
const STILL_HERE_MS = 5 * MINUTE_MS

/**
 * On a shared device, what is on the screen goes when the session does, after 15 minutes in which nobody touched it. The
 * time that passed is measured, since a sleeping computer runs no timers.
 */
function watchSharedDevice(look: () => Promise<void>): void {
  const session = useSession()
  let usedAt = Date.now()
  let toldAt = usedAt
  const use = (): void => {
    if (Date.now() - usedAt < SHARED_IDLE_MINUTES * MINUTE_MS) usedAt = Date.now()
  }
  const check = (): void => {
    const now = Date.now()
    if (!session.me?.isSharedDevice) usedAt = toldAt = now
    else if (now - usedAt >= SHARED_IDLE_MINUTES * MINUTE_MS) void session.leaveSharedDevice()
    else if (usedAt > toldAt && now - toldAt >= STILL_HERE_MS) {
      toldAt = now
      void look()
    }
  }
  for (const event of ['pointerdown', 'keydown', 'scroll', 'touchstart'])
    window.addEventListener(event, use, { passive: true, capture: true })
  document.addEventListener('visibilitychange', check)
  setInterval(check, MINUTE_MS / 4)
}
