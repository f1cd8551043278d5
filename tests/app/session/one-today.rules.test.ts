import { describe, expect, it } from 'vitest'
import { readSources } from '../../architecture/sources.ts'

// The day of an open tab changes at midnight: a screen that keeps a copy goes on with yesterday.

/** Where the day comes from, and where it is looked at again. */
const SOURCES_OF_TODAY = ['web/src/app/session/session.store.ts', 'web/src/app/session/watch-session.ts']
/** Instants of this browser that stand for no day: when something was sent, loaded or printed, or how long ago that was. */
const INSTANTS = [
  'web/src/app/lists/PrintBar.vue',
  'web/src/app/offline/last-session.ts',
  'web/src/app/session/sending-keys.ts',
  'web/src/app/session/watch-session.ts',
  'web/src/certification/renewals/useRenewals.ts',
  'web/src/wellness/outbox/outbox.store.ts',
  'web/src/ui/form/drafts.ts',
  'web/src/ui/form/kept-on-device.ts',
  'web/src/wellness/outbox/useSince.ts',
]

const COPIES: readonly [what: string, pattern: RegExp][] = [
  ['reads the day past the store', /\bme\??\.(?:value\.)?today\b/],
  ['keeps a copy of the day', /^(?:const|let) \w+ = (?:session|useSession\(\))\.today\b/m],
  ['takes the day out of the store', /\{[^}]*\btoday\b[^}]*\} = (?:session|useSession\(\))/],
]
const CLOCK = /\bnew Date\(\)|\bDate\.now\(\)/

function copiesIn(path: string, text: string): string[] {
  const found = COPIES.filter(([, pattern]) => !SOURCES_OF_TODAY.includes(path) && pattern.test(text))
  const clock = CLOCK.test(text) && !INSTANTS.includes(path) ? ["asks the browser's clock"] : []
  return [...found.map(([what]) => what), ...clock].map((what) => `${path} ${what}`)
}

describe('the day of an open tab', () => {
  const sources = readSources(['web/src'])

  it('is read from the session store, as something that changes', () => {
    expect(sources.filter(({ text }) => text.includes('session.today')).length).toBeGreaterThan(20)
    expect(sources.flatMap(({ path, text }) => copiesIn(path, text))).toEqual([])
  })

  it.each([
    "const today = session.me?.today ?? ''",
    'const today = session.today',
    'const { today } = useSession()',
    'const today = new Date().toISOString().slice(0, 10)',
  ])('is not kept by a screen: %s', (line) => {
    expect(copiesIn('web/src/x/X.vue', line)).toHaveLength(1)
  })
})
