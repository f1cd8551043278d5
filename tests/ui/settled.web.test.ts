import { mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useDebouncedFilter } from '../../web/src/ui/table/useDebouncedFilter.ts'

afterEach(() => {
  vi.useRealTimers()
})

it('stays as it was where what was typed is taken back before typing pauses', async () => {
  vi.useFakeTimers()
  let settled: { value: unknown } | undefined
  const page = mount({
    data: () => ({ typed: '' }),
    created(this: { typed: string }) {
      const search = () => ({ search: this.typed || null })
      settled = useDebouncedFilter({
        get value() {
          return search()
        },
      })
    },
    template: '<input v-model="typed" />',
  })
  const before = settled?.value
  await page.get('input').setValue('b')
  await page.get('input').setValue('')
  vi.runAllTimers()
  expect(settled?.value).toBe(before)
  await page.get('input').setValue('ben')
  vi.runAllTimers()
  expect(settled?.value).toEqual({ search: 'ben' })
})
