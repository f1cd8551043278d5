import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useRowSlide } from '../../../web/src/supervision/team/useRowSlide.ts'
import { mountInPage } from '../../app/mount.ts'

const moved = vi.fn<(id: string | undefined, from: unknown) => void>()
const List = {
  props: ['groups'],
  setup() {
    const table = { value: null as HTMLElement | null }
    useRowSlide(table)
    return { keep: (element: HTMLElement | null) => (table.value = element) }
  },
  template: `<div :ref="keep"><section v-for="(rows, group) in groups" :key="group">
    <p v-for="row in rows" :key="row" :data-row="row" :data-group="group">{{ row }}</p></section></div>`,
}

afterEach(() => {
  vi.unstubAllGlobals()
  moved.mockReset()
})

async function afterSaving(isReduced: boolean) {
  vi.stubGlobal('matchMedia', () => ({ matches: isReduced }))
  HTMLElement.prototype.animate = function (this: HTMLElement, frames: unknown) {
    moved(this.dataset['row'], (frames as object[])[0])
    return {} as Animation
  }
  const page = mountInPage(List, { groups: { OVERDUE: ['rosa', 'noor'], LATER: ['aaron'] } })
  await page.setProps({ groups: { OVERDUE: ['noor'], LATER: ['aaron', 'rosa'] } })
  await flushPromises()
  page.unmount()
  return new Set(moved.mock.calls.map(([id]) => id))
}

it('lets the row of a saved session slide into its new part of the list, and no other', async () => {
  expect(await afterSaving(false)).toEqual(new Set(['rosa']))
  expect(moved.mock.calls[0]?.[1]).toEqual({ transform: 'translateY(0px)' })
})

it('moves nothing for those who asked for less motion', async () => {
  expect(await afterSaving(true)).toEqual(new Set())
})
