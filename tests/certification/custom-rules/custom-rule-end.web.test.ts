import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { installPlugins } from '../../../web/src/app/plugins.ts'
import EndVersionDialog from '../../../web/src/certification/rule-versions/EndVersionDialog.vue'
import '../../app/mount.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

async function choose(selector: string, text: string): Promise<void> {
  const control = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)!
  control.value = text
  control.dispatchEvent(new Event('input'))
  await flushPromises()
}
const look = async (): Promise<void> => {
  document.querySelector('form')!.dispatchEvent(new Event('submit'))
  await flushPromises()
}
const canEnd = (): boolean => document.body.textContent.includes('End version')

it('offers no end of which the day was changed while its figures were on their way', async () => {
  const preview = { revision: 7, certificationCount: 0, moreEffects: 0, counts: [], effects: [] }
  const answers: (() => void)[] = []
  vi.stubGlobal('fetch', () => {
    const answer = Response.json({ data: { previewRuleWithdrawal: preview } })
    return new Promise<Response>((resolve) => answers.push(() => resolve(answer)))
  })
  const version = { id: 'v', revision: 0, ends: [], withdrawal: null }
  mount(EndVersionDialog as Parameters<typeof mount>[0], {
    props: { version, isOpen: true },
    attachTo: document.body,
    global: { plugins: [installPlugins] },
  })
  await flushPromises()
  await choose('input[name=countsUntil]', '2027-06-30')
  await choose('textarea', 'Our payer changes it')
  await look()
  await choose('input[name=countsUntil]', '2027-12-31')
  answers.at(-1)!()
  await flushPromises()
  expect(canEnd()).toBe(false)
  await look()
  answers.at(-1)!()
  await flushPromises()
  expect(canEnd()).toBe(true)
})
