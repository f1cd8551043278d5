import type { Role } from '@alongside/shared/people/roles'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { MeQuery } from '../../generated/graphql.ts'
import { ask, askAs, bindTab } from './graphql-client.ts'
import { dropAllDrafts } from '../../ui/form/drafts.ts'
import { forgetPerson } from './this-device.ts'
import { meQuery, signOutMutation } from './session.operations.ts'

export type Me = NonNullable<MeQuery['me']>

/** The roles in the order in which they come first; one of those held is active. */
const ROLES: readonly Role[] = ['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR']
const START_PAGES: Record<Role, string> = {
  PEER: '/today',
  SUPERVISOR: '/team',
  MANAGER: '/renewals',
  ADMIN: '/settings/members',
  AUDITOR: '/renewals',
}

let whenSignedOut: () => void = () => undefined

/** The router says here where a person goes whose session has ended. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler
}

export const useSession = defineStore('session', () => {
  const me = shallowRef<Me | null>(null)
  const asked = ref(false)
  /** While true, "signed out" is what was asked for: no answer that says so leads to another page. */
  const leaving = ref(false)
  /** While true, the browser's session is another one than this tab was drawn for. */
  const displaced = ref(false)
  /** The last person that the tab was drawn for; what is in its memory is theirs. */
  const holder = ref<string | null>(null)
  /** The organization's day. Every screen reads it here, since it changes while a tab is open. */
  const today = ref('')
  // A page that is going away with its session still draws itself once more.
  watch(me, (now) => now && (today.value = now.today), { flush: 'sync' })
  const { restore, ...role } = useActiveRole(me)

  /** Learns whose session this is. The only question that names no membership. */
  async function load(): Promise<void> {
    me.value = (await askAs(null, meQuery)).me
    holder.value = me.value?.membershipId ?? holder.value
    restore()
    asked.value = true
  }

  /** Whether all of this still holds: the session, the day, the roles. A session that is over is told with the next act. */
  async function look(): Promise<void> {
    const before = me.value
    const found = before && (await ask(meQuery)).me
    if (found && me.value === before && JSON.stringify(found) !== JSON.stringify(before)) me.value = found
  }

  bindTab({
    membershipId: () => me.value?.membershipId ?? null,
    signedOut: () => (leaving.value ? undefined : whenSignedOut()),
    // A tab of nobody has nothing that could be somebody else's: it is on its way to signing in.
    displaced: () => (displaced.value = me.value !== null),
    outdated: () => void look().catch(() => undefined),
  })

  return { me, today, asked, leaving, displaced, holder, ...role, ...useLeaving(me), load, look }
})

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
  /** Loads the page anew, so that nothing of this person stays in the tab's memory. */
  async function signOut(): Promise<void> {
    await ask(signOutMutation)
    forgetPerson(me.value?.isSharedDevice ?? true)
    dropAllDrafts()
    window.location.replace('/sign-in')
  }

  /** After a while without use. The page goes even where the server is not reached: the session is over there too. */
  async function leaveSharedDevice(): Promise<void> {
    await signOut().catch(() => {
      forgetPerson(true)
      dropAllDrafts()
      window.location.replace('/sign-in')
    })
  }
  return { signOut, leaveSharedDevice }
}
