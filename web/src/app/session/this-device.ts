import { DeviceKind } from '@alongside/shared/people/sign-in/device-kinds'

// What this browser remembers between visits. Of a shared device it remembers nothing at all.

const PREFIX = 'alongside.'
const OWNER = 'alongside.owner'
/** How pages look and speak here: of nobody in particular. */
const LOOKS = ['alongside.language', 'alongside.theme']

/** The address of whoever called this device their own. */
export function rememberedEmail(): string {
  return read(OWNER)
}

/** What is suggested at sign-in: a desk is often shared, a phone seldom. */
export function suggestedDevice(): DeviceKind {
  const isPhone = window.matchMedia('(hover: none) and (pointer: coarse)').matches
  return rememberedEmail() !== '' || isPhone ? DeviceKind.OWN : DeviceKind.SHARED
}

export function rememberDevice(kind: DeviceKind, email: string): void {
  if (kind === DeviceKind.SHARED) forgetDevice(LOOKS)
  else if (email !== '') write(OWNER, email)
}

/** Removes what this browser remembers, but for the keys named. */
export function forgetDevice(keep: readonly string[] = []): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX) && !keep.includes(key)) localStorage.removeItem(key)
  } catch {
    // Without storage nothing was kept.
  }
}

/** At sign-out: drafts and choices go; on an own device the address, the language and the colors stay. */
export function forgetPerson(isShared: boolean): void {
  forgetDevice(isShared ? [] : [OWNER, ...LOOKS])
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Private windows may refuse storage; then nothing is remembered.
  }
}
