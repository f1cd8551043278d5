import type { Role } from '@alongside/shared/people/roles'
import { type Component, nextTick } from 'vue'
import { createRouter, createWebHistory, START_LOCATION, type RouteRecordRaw } from 'vue-router'
import type { IconName } from '../ui/layout/icons.ts'
import { onSignedOut, useSession } from './session/session.store.ts'
import { takeOrganization } from './session/wanted-organization.ts'
import { loadWords } from './i18n/words.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** The roles that may open the page; without it, everyone who is signed in. */
    roles?: readonly Role[]
    /** Open without signing in. */
    public?: boolean
    /** A table that makes use of a wide screen. */
    wide?: boolean
    /** An entry in the navigation; `label` is a key under `app.nav`, `badge` counts what waits there. */
    nav?: { order: number; icon: IconName; label: string; badge?: Component }
  }
}

const features = import.meta.glob<RouteRecordRaw[]>('../**/routes.ts', { eager: true, import: 'routes' })

export const routes: RouteRecordRaw[] = Object.values(features).flat()

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...routes,
    {
      path: '/:rest(.*)*',
      name: 'not-found',
      component: () => import('./shell/NotFoundPage.vue'),
      meta: { public: true },
    },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
})

/** Only a path of our own is followed after signing in, never an address that a link brought along. */
export function safeReturnPath(path: unknown): string | null {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) && !path.startsWith('/sign-in') ? path : null
}

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.asked) await session.load()
  const withoutOrganization = session.me && takeOrganization(to, session.me.organization.id)
  if (withoutOrganization) return withoutOrganization
  if (to.meta.public) return true
  if (!session.me) return { path: '/sign-in', query: to.path === '/' ? {} : { back: to.fullPath } }
  const allowed = to.meta.roles
  if (!allowed || (session.activeRole && allowed.includes(session.activeRole))) return true
  const other = session.roles.find((activeRole) => allowed.includes(activeRole))
  if (!other) return { name: 'not-found', params: { rest: to.path.slice(1).split('/') }, query: to.query }
  session.switchRole(other)
  return true
})

// The page's modules are loaded by now, and with them it is known which words they need.
router.beforeResolve(() => loadWords())

router.afterEach(async (to, from, failure) => {
  if (failure || from === START_LOCATION || to.path === from.path) return
  await nextTick()
  if (!document.querySelector('[role="dialog"]')) document.querySelector<HTMLElement>('h1')?.focus()
})

onSignedOut(() => {
  const { fullPath, meta } = router.currentRoute.value
  const session = useSession()
  session.me = null
  if (!meta.public) void router.push({ path: '/sign-in', query: { back: fullPath } })
})
