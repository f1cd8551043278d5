/** What passes by itself: no connection, a server that is busy or away. Asking again later can help. */
const PASSING: ReadonlySet<string> = new Set([
  'NO_CONNECTION',
  'UNAVAILABLE',
  'TOO_MANY_ATTEMPTS',
  'INTERNAL',
])

export function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && PASSING.has(String(error.code))
}
