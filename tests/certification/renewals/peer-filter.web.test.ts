import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { installPlugins } from '../../../web/src/app/plugins.ts'
import { router } from '../../../web/src/app/router.ts'
import PeerFilter from '../../../web/src/certification/renewal-filters/PeerFilter.vue'
import '../../app/mount.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

it('gives the focus back to the name once a peer is chosen', async () => {
  const node = { id: '3f0e3f0e-0000-4000-8000-000000000001', displayName: 'Ben Okafor' }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ data: { peers: { edges: [{ node }] } } })))
  const filter = mount(PeerFilter, { attachTo: document.body, global: { plugins: [installPlugins, router] } })
  await filter.get('input').setValue('ben')
  await vi.waitUntil(() => filter.find('button').exists())
  const found = filter.get<HTMLButtonElement>('button')
  found.element.focus()
  await found.trigger('click')
  await flushPromises()
  expect(filter.find('button').exists()).toBe(false)
  expect(document.activeElement).toBe(filter.get('input').element)
})
