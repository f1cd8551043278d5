import type { Role } from '@alongside/shared/people/roles'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { MeQuery } from '../../generated/graphql.ts'
import { ask } from './graphql-client.ts'
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

export const useSession = defineStore('session', () => {
  const me = shallowRef<Me | null>(null)
  const asked = ref(false)
  /** While true, "signed out" is what was asked for: no answer that says so leads to another page. */
  const leaving = ref(false)
  const chosen = ref<string | null>(null)
  const roles = computed<Role[]>(() => ROLES.filter((activeRole) => me.value?.roles.includes(activeRole)))
  const activeRole = computed<Role | null>(
    () => roles.value.find((each) => each === chosen.value) ?? roles.value[0] ?? null,
  )
  const startPage = computed(() => (activeRole.value ? START_PAGES[activeRole.value] : '/sign-in'))

  async function load(): Promise<void> {
    me.value = (await ask(meQuery)).me
    chosen.value = me.value && localStorage.getItem(`alongside.role.${me.value.membershipId}`)
    asked.value = true
  }

  function switchRole(next: Role): void {
    chosen.value = next
    if (me.value) localStorage.setItem(`alongside.role.${me.value.membershipId}`, next)
  }

  /** Loads the page anew, so that nothing of this person stays in the tab's memory. */
  async function signOut(): Promise<void> {
    await ask(signOutMutation)
    window.location.replace('/sign-in')
  }

  return { me, asked, leaving, roles, activeRole, startPage, load, switchRole, signOut }
})
