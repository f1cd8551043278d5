import type { Role } from '@alongside/shared/people/roles'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { MeQuery } from '../../generated/graphql.ts'
import { ask, askAs, bindTab } from './graphql-client.ts'
import { dropAllDrafts } from '../../ui/form/drafts.ts'
import { keepOnDeviceFor } from '../../ui/form/kept-on-device.ts'
import { lastSession, PATIENCE_MS, rememberedHelp, rememberSession } from '../offline/last-session.ts'
import { isPassing } from '../offline/passing-errors.ts'
import { forgetPerson } from './this-device.ts'
import { meQuery, signOutMutation } from './session.operations.ts'

export type Me = NonNullable<MeQuery['me']>

/** The roles in the order in which they come first; one of those held is active. */
const ROLES: readonly Role[] = ['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR']
const START_PAGES: Record<Role, string> = {
  PEER: '/today',
  SUPERVISOR: '/today',
  MANAGER: '/renewals',
  ADMIN: '/settings/members',
  AUDITOR: '/renewals',
}

let whenSignedOut: () => void = () => undefined

/** The router says here where a person goes whose session has ended. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler
}

/** What a feature keeps on this device for the person who is signed in. */
export interface Keeper {
  /** Whether it may be lost; asks the person where something is not sent yet. */
  mayLeave(): Promise<boolean>
  forget(): Promise<void>
}
const keepers = new Set<Keeper>()

/** Answers how to stop. */
export function watchLeaving(keeper: Keeper): () => void {
  keepers.add(keeper)
  return () => void keepers.delete(keeper)
}

export const useSession = defineStore('session', () => {
  const me = shallowRef<Me | null>(null)
  /** While true, "signed out" is what was asked for: no answer that says so leads to another page. */
  const leaving = ref(false)
  /** While true, the browser's session is another one than this tab was drawn for. */
  const displaced = ref(false)
  /** The organization's day. Every screen reads it here, since it changes while a tab is open. */
  const today = ref('')
  // A page that is going away with its session still draws itself once more.
  watch(me, (now) => now && (today.value = now.today), { flush: 'sync' })
  /** The organization's numbers to call; on an own device after the session too. */
  const help = computed(() => me.value?.organization ?? rememberedHelp())
  const { restore, ...role } = useActiveRole(me)
  const { know, end, ...arriving } = useArriving({ me, leaving, displaced }, restore)

  /** Whether all of this still holds: the session, the day, the roles. A session that is over is told with the next act. */
  async function look(): Promise<void> {
    const before = me.value
    const found = before && (await ask(meQuery)).me
    if (found && me.value === before && JSON.stringify(found) !== JSON.stringify(before)) know(found)
  }

  bindTab({
    membershipId: () => me.value?.membershipId ?? null,
    signedOut: end,
    // A tab of nobody has nothing that could be somebody else's: it is on its way to signing in.
    displaced: () => (displaced.value = me.value !== null),
    outdated: () => void look().catch(() => undefined),
  })

  return { me, today, help, leaving, displaced, ...arriving, ...role, ...useLeaving(me), look }
})

interface Arrival {
  readonly me: ShallowRef<Me | null>
  readonly leaving: Ref<boolean>
  readonly displaced: Ref<boolean>
}

/** Whose tab this is: by the server's word, or on an own device by what is remembered until that word comes. */
function useArriving({ me, leaving, displaced }: Arrival, restore: () => void) {
  const asked = ref(false)
  /** The last person that the tab was drawn for; what is in its memory is theirs. */
  const holder = ref<string | null>(null)
  /** Asked once, by whoever needs it first. */
  let loading: Promise<void> | null = null

  function show(found: Me | null): void {
    me.value = found
    holder.value = found?.membershipId ?? holder.value
    if (found) keepOnDeviceFor(found.isSharedDevice ? null : found.membershipId)
    restore()
  }
  function know(found: Me | null): void {
    rememberSession(found)
    show(found)
  }
  function end(): void {
    if (leaving.value) return
    rememberSession(null)
    whenSignedOut()
  }
  /** The answer came late: the session may be over by now, or another person's. */
  function correct(found: Me | null): void {
    if (!found) end()
    else if (found.membershipId === me.value?.membershipId) know(found)
    else displaced.value = true
  }

  /**
   * Learns whose session this is. The only question that names no membership. Whoever was here last on their own device
   * does not wait for a bad connection: the page opens as theirs, and the API lets nothing through for anybody else.
   */
  function load(): Promise<void> {
    loading ??= arrive().finally(() => (loading = null))
    return loading
  }
  async function arrive(): Promise<void> {
    const last = lastSession()
    const asking = askAs(null, meQuery).then((answer) => answer.me)
    const isLate = last ? await isPastPatience(asking) : false
    if (isLate) void asking.then(correct, () => undefined)
    if (isLate) show(last)
    else know(await asking)
    asked.value = true
  }
  return { asked, holder, know, end, load }
}

/** True where the answer is not there in time, or does not come for a reason that passes. */
async function isPastPatience(asking: Promise<unknown>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), PATIENCE_MS))
  return Promise.race([asking.then(() => false, isPassing), late])
}

/** One of the roles held is active: the one chosen in this browser, else the first. */
function useActiveRole(me: { readonly value: Me | null }) {
  const chosen = ref<string | null>(null)
  const roles = computed<Role[]>(() => ROLES.filter((role) => me.value?.roles.includes(role)))
  const activeRole = computed<Role | null>(
    () => roles.value.find((each) => each === chosen.value) ?? roles.value[0] ?? null,
  )
  const startPage = computed(() => (activeRole.value ? START_PAGES[activeRole.value] : '/sign-in'))

  function restore(): void {
    chosen.value = me.value && localStorage.getItem(`alongside.role.${me.value.membershipId}`)
  }
  function switchRole(next: Role): void {
    chosen.value = next
    // A shared device keeps nothing of anybody; the choice then lasts as long as the page.
    if (me.value && !me.value.isSharedDevice)
      localStorage.setItem(`alongside.role.${me.value.membershipId}`, next)
  }
  return { roles, activeRole, startPage, restore, switchRole }
}

function useLeaving(me: { readonly value: Me | null }) {
  async function mayLeave(): Promise<boolean> {
    for (const keeper of keepers) if (!(await keeper.mayLeave())) return false
    return true
  }

  /** Nothing of the person stays on the device. */
  async function forget(isShared = me.value?.isSharedDevice ?? true): Promise<void> {
    // What cannot be removed must not keep anybody signed in.
    await Promise.allSettled([...keepers].map((keeper) => keeper.forget()))
    forgetPerson(isShared)
    dropAllDrafts()
  }

  /** Loads the page anew, so that nothing of this person stays in the tab's memory. */
  async function signOut(): Promise<void> {
    if (!(await mayLeave())) return
    await ask(signOutMutation)
    await forget()
    window.location.replace('/sign-in')
  }

  /** After a while without use. The page goes even where the server is not reached: the session is over there too. */
  async function leaveSharedDevice(): Promise<void> {
    await ask(signOutMutation).catch(() => undefined)
    await forget(true)
    window.location.replace('/sign-in')
  }
  return { mayLeave, forget, signOut, leaveSharedDevice }
}
