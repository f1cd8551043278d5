import { START_LOCATION, type RouteLocationNormalized } from 'vue-router'
import { ApiError, NetworkError } from './session/graphql-client.ts'

/**
 * For a page whose code could not be fetched. After a deployment an open tab asks for files that are gone: the page that
 * was asked for is loaded anew. Answers the error where that would not help, and null while the page loads.
 */
export async function openAnew(
  to: RouteLocationNormalized,
  from: RouteLocationNormalized,
  error: unknown,
): Promise<unknown> {
  const isTold = error instanceof ApiError || error instanceof NetworkError
  if (isTold || from === START_LOCATION || !(await isReachable())) return error
  window.location.assign(to.fullPath)
  return null
}

async function isReachable(): Promise<boolean> {
  return fetch('/livez', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
}
