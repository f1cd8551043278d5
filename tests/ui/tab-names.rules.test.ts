import { describe, expect, it } from 'vitest'
import { readSources } from '../architecture/sources.ts'

// The browser keeps the names of tabs in its history: no peer's name stands there.

const NAMES = /displayName|peerName|\bname:/

describe('the name of a tab', () => {
  const headers = readSources(['web/src'])
    .filter(({ path }) => path.endsWith('.vue'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/<PageHeader\b([^>]|=>)*>/g)].map(([header]) => ({ path, header, text })),
    )

  it('is given apart wherever the title of a page is built from a name', () => {
    expect(headers.length).toBeGreaterThan(30)
    const found = headers.filter(({ header, text }) => {
      const title = /:title="([^"]*)"/.exec(header)?.[1] ?? ''
      const [lead = ''] = /^\w+(?= \|\||$)/.exec(title) ?? []
      const computed = new RegExp(`const ${lead} = computed\\([^]*?(?:\\n\\)|\\)\\n)`).exec(text)?.[0] ?? ''
      return NAMES.test(title) || (lead !== '' && NAMES.test(computed))
    })
    expect(found.map(({ path }) => path.split('/').at(-1)).sort()).toEqual([
      'MorningPage.vue',
      'PersonPage.vue',
      'RecordPage.vue',
      'RenewalPage.vue',
      'SupervisedStaffPage.vue',
      'TeamPersonPage.vue',
      'TodayPage.vue',
    ])
    expect(found.filter(({ header }) => !/\btab=|:tab=/.test(header)).map(({ path }) => path)).toEqual([])
  })
})
