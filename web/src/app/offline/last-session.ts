import type { MeQuery } from '../../generated/graphql.ts'

// What an own device remembers of the last session, so that the app opens without a connection. A shared one remembers
// nothing. Signing out removes it (session/this-device.ts).

type Me = NonNullable<MeQuery['me']>

const SESSION = 'alongside.last-session'
const HELP = 'alongside.help'
/** An own device stays signed in for seven days without use; what it remembers counts as long. */
const KEPT_MS = 7 * 86_400_000
/** Somebody known here waits this long for the server, then the page opens as it was last time. */
export const PATIENCE_MS = 2_000

/** The organization's own numbers to call, after the session too. */
export type HelpOfOrganization = Pick<Me['organization'], 'name' | 'helpContacts'>

/** The server's answer to whose session this is; null ends what is remembered of it, but for the numbers to call. */
export function rememberSession(me: Me | null, now = Date.now()): void {
  if (me?.isSharedDevice) return forget(SESSION, HELP)
  if (!me) return forget(SESSION)
  write(SESSION, { at: now, me })
  write(HELP, { name: me.organization.name, helpContacts: me.organization.helpContacts })
}

/** Who was here last, on the day that the organization's clocks show now; nothing is confirmed any more. */
export function lastSession(now = new Date()): Me | null {
  const kept = read<{ at: number; me: Me }>(SESSION)
  if (!kept || now.getTime() - kept.at > KEPT_MS) return null
  const { timeZone } = kept.me.organization
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
  return { ...kept.me, today, passwordConfirmed: false }
}

export function rememberedHelp(): HelpOfOrganization | null {
  return read<HelpOfOrganization>(HELP)
}

function forget(...keys: string[]): void {
  try {
    for (const key of keys) localStorage.removeItem(key)
  } catch {
    // Without storage nothing was kept.
  }
}

function write(key: string, value: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Private windows may refuse storage; then the app needs a connection to open.
  }
}

function read<Value>(key: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null
  } catch {
    return null
  }
}
