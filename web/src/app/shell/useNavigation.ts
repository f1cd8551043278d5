import { type Component, computed } from 'vue'
import { useRoute } from 'vue-router'
import type { IconName } from '../../ui/layout/icons.ts'
import { routes } from '../router.ts'
import { useSession } from '../session/session.store.ts'

export interface NavigationItem {
  readonly path: string
  readonly icon: IconName
  /** The key of its words. */
  readonly label: string
  readonly badge: Component | undefined
}

/** A phone's bottom bar holds four at most: five overlapped at twice the text size. */
const BAR_LIMIT = 4

/** The pages in the navigation of the active role. */
export function useNavigation() {
  const session = useSession()
  const route = useRoute()
  const items = computed<NavigationItem[]>(() =>
    routes
      .flatMap(({ path, meta }) => (meta?.nav ? [{ path, nav: meta.nav, roles: meta.roles }] : []))
      .filter(({ roles }) => session.activeRole !== null && (!roles || roles.includes(session.activeRole)))
      .sort((one, other) => one.nav.order - other.nav.order)
      .map(({ path, nav }) => ({ path, icon: nav.icon, label: `app.nav.${nav.label}`, badge: nav.badge })),
  )
  const bar = computed(() =>
    items.value.length <= BAR_LIMIT ? items.value : items.value.slice(0, BAR_LIMIT - 1),
  )
  // The longest entry that the address begins with: /renewals/42 lights up Renewals.
  const current = computed(() =>
    items.value
      .map(({ path }) => path)
      .filter((path) => `${route.path}/`.startsWith(`${path}/`))
      .reduce((longest, path) => (path.length > longest.length ? path : longest), ''),
  )
  const behindMore = computed(() => items.value.slice(bar.value.length))
  return { items, current, bar, behindMore }
}
