import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { loadWords } from '../../web/src/app/i18n/words.ts'
import { installPlugins, pinia } from '../../web/src/app/plugins.ts'
import { router } from '../../web/src/app/router.ts'
import { useSession } from '../../web/src/app/session/session.store.ts'
import TrendsPage from '../../web/src/wellness/trends/TrendsPage.vue'
import '../app/mount.ts'
import { THIS_WEEK, TODAY } from '../support/fixed-today.ts'

beforeAll(() => loadWords())
afterEach(() => vi.unstubAllGlobals())

async function trendsAfter(answeredWeeks: number) {
  const values = Array.from({ length: 8 }, (_, index) => (index < 8 - answeredWeeks ? null : 4))
  const measure = {
    measure: 'WEEK_FELT',
    values,
    trend: 'TOO_FEW',
    trendWeek: null,
    usualFrom: null,
    usualTo: null,
  }
  const history = {
    ...{ lockedBefore: null, weeks: Array<string>(8).fill(THIS_WEEK), answeredWeeks, measures: [measure] },
    ...{ signsNoticed: [], betterWeeks: 0, inBetterWeeks: [], selfCareDone: [] },
  }
  const myWeek = {
    weekStart: THIS_WEEK,
    previousWeekStart: '2026-06-08',
    previousWeekOpen: false,
    checkIn: null,
  }
  const data = { myWeek, myCheckInHistory: history }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ data }))))
  const membershipId = crypto.randomUUID()
  useSession(pinia).me = {
    ...{
      accountId: membershipId,
      membershipId,
      displayName: 'Wren',
      roles: ['PEER'],
      hostAgencyStaff: false,
    },
    ...{ today: TODAY, passwordConfirmed: true, isSharedDevice: true },
    organization: { id: 'o', name: 'Harbor Peers', timeZone: 'America/New_York', helpContacts: [] },
  }
  const page = mount(TrendsPage, { global: { plugins: [installPlugins, router] } })
  await flushPromises()
  await vi.waitFor(() => expect(page.text() + page.html()).toMatch(/Your chart starts|<figure/))
  return page
}

it('has no chart before three weeks, and says from when there is one', async () => {
  const early = await trendsAfter(2)
  expect(early.find('figure').exists()).toBe(false)
  expect(early.text()).toContain('Your chart starts after 3 weeks.')
  expect((await trendsAfter(3)).find('figure').exists()).toBe(true)
})
