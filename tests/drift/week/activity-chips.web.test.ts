import { ACTIVITIES } from '@alongside/shared/drift/activities/activities'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { installPlugins } from '../../../web/src/app/plugins.ts'
import ActivityChips from '../../../web/src/drift/week/ActivityChips.vue'
import '../../app/mount.ts'

// Activities that the organization added are chips before anybody used them; one that is retired is none any more.

const KEY = 'custom-00000000-0000-4000-8000-000000000001'
const RETIRED = 'custom-00000000-0000-4000-8000-000000000002'
const own = (key: string, name: string, isArchived: boolean) => ({
  node: { key, name, group: 'AGENCY', function: 'ERRAND', catalogueFunction: null, isArchived },
})

async function chips(used: string[]) {
  const edges = [own(KEY, 'Night desk', false), own(RETIRED, 'Front gate', true)]
  const roleActivities = { pageInfo: { hasNextPage: false, endCursor: null }, edges }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ data: { roleActivities } })))
  const page = mount(ActivityChips, {
    props: { rows: [], used },
    attachTo: document.body,
    global: { plugins: [installPlugins] },
  })
  await flushPromises()
  return page
}
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

describe('the chips of a week', () => {
  it('begin with what was used, then what the organization added, and hold everything once', async () => {
    const page = await chips(['SOCIALIZING', RETIRED])
    const buttons = page.findAll('button').map((button) => button.text())
    expect(buttons.slice(0, 2)).toEqual(['Spending social time together', 'Night desk'])
    expect(buttons).not.toContain('Front gate')
    expect(new Set(buttons).size).toBe(ACTIVITIES.length + 1)
    expect(buttons).toHaveLength(ACTIVITIES.length + 1)
    await page.findAll('button')[1]?.trigger('click')
    expect(page.emitted('add')).toEqual([[KEY, 'Night desk']])
  })
})
