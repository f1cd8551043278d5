import Bowser from 'bowser'

/** What a device calls itself, in names that its owner knows; null where it says nothing of use. */
export interface Device {
  readonly browser: string | null
  readonly system: string | null
}

export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null }
  const { browser, os } = Bowser.parse(userAgent)
  return { browser: browser.name || null, system: os.name || null }
}
