import { describe, expect, it } from 'vitest'
import { readSources } from '../../architecture/sources.ts'

// A moment is shown by the organization's clocks, in one form, with the name of their zone: never by those of the browser.

/** Up to the end of its statement. */
const FORMATS = /new Intl\.DateTimeFormat\([^]*?\.format\(|new Intl\.DateTimeFormat\([^\n]*\n/g
const MAKES_MOMENTS = ['web/src/app/session/useInstants.ts', 'web/src/wellness/outbox/useSince.ts']
/** It formats days only, which are the same in each zone. */
const DAYS_IN = /timeZone(: 'UTC'|\b)/

const badIn = (path: string, text: string): string[] => [
  ...(text.match(FORMATS) ?? [])
    .filter((format) => !DAYS_IN.test(format) && !MAKES_MOMENTS.includes(path))
    .map(() => `${path} takes the browser's zone`),
  ...(/timeStyle/.test(text) && !/timeZone: 'UTC'/.test(text) && !MAKES_MOMENTS.includes(path)
    ? [`${path} shows a time that names no zone`]
    : []),
]

describe('a moment on a screen', () => {
  it('is shown by the clocks of the organization', () => {
    const sources = readSources(['web/src'])
    expect(sources.filter(({ text }) => text.includes('useInstants')).length).toBeGreaterThan(20)
    expect(sources.flatMap(({ path, text }) => badIn(path, text))).toEqual([])
  })

  it.each([
    "new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(new Date(at))",
    "new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)",
  ])('is found where it is shown otherwise: %s', (line) => {
    expect(badIn('web/src/x/X.vue', line)).toHaveLength(1)
  })
})
