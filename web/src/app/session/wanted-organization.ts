import { shallowRef } from 'vue'
import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router'

/** The organization that a followed link is about, where it is not the session's. */
const wanted = shallowRef<string | null>(null)

export function useWantedOrganization() {
  return wanted
}

/** A mailed link names its organization. The address goes on without it; what is wanted is offered on the page. */
export function takeOrganization(
  { path, query, hash }: RouteLocationNormalized,
  currentId: string,
): RouteLocationRaw | null {
  const { organization, ...rest } = query
  if (organization === undefined) return null
  wanted.value = typeof organization === 'string' && organization !== currentId ? organization : null
  return { path, query: rest, hash, replace: true }
}
