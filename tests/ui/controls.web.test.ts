import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import AppDialog from '../../web/src/ui/layout/AppDialog.vue'
import DataTable from '../../web/src/ui/table/DataTable.vue'
import LineChart from '../../web/src/ui/chart/LineChart.vue'
import PasswordInput from '../../web/src/ui/input/PasswordInput.vue'
import ScaleInput from '../../web/src/ui/input/ScaleInput.vue'
import { chartShapes } from '../../web/src/ui/chart/chart-shapes.ts'
import { mountInPage } from '../app/mount.ts'

describe('a scale', () => {
  const scale = { lowLabel: 'Very low', highLabel: 'Very high' }

  it('offers one to five and says what the ends mean', () => {
    const radios = mountInPage(ScaleInput, scale).findAll('input[type=radio]')
    expect(radios).toHaveLength(5)
    expect(radios.at(0)?.attributes('aria-label')).toBe('1, Very low')
    expect(radios.at(4)?.attributes('aria-label')).toBe('5, Very high')
  })

  it('lets an answer be taken back', async () => {
    const page = mountInPage(ScaleInput, { ...scale, modelValue: 4 })
    await page.get('button').trigger('click')
    expect(page.emitted('update:modelValue')).toEqual([[null]])
  })

  it('has nothing to clear while it is skipped', () => {
    expect(mountInPage(ScaleInput, scale).find('button').exists()).toBe(false)
  })
})

describe('a table', () => {
  const table = {
    caption: 'Renewals',
    columns: [
      { key: 'name', label: 'Peer', sortable: true },
      { key: 'hours', label: 'Hours', numeric: true },
    ],
    rows: [{ name: 'Wren', hours: 12 }],
    rowKey: (row: { name: string }) => row.name,
  }

  it('names itself, its columns and each row', () => {
    const page = mountInPage(DataTable, table)
    expect(page.get('caption').text()).toBe('Renewals')
    const heads = page.findAll('th[scope=col]').map((head) => head.get('button, span').text())
    expect(heads).toEqual(['Peer', 'Hours'])
    expect(page.get('th[scope=row]').text()).toBe('Wren')
  })

  it('asks for the other direction when it is sorted already', async () => {
    const page = mountInPage(DataTable, { ...table, sort: { key: 'name', descending: false } })
    expect(page.get('th[scope=col]').attributes('aria-sort')).toBe('ascending')
    await page.get('th button').trigger('click')
    expect(page.emitted('sort')).toEqual([[{ key: 'name', descending: true }]])
  })
})

describe('a line chart', () => {
  const chart = {
    label: 'Energy over three weeks',
    points: ['May 4', 'May 11', 'May 18'],
    series: [{ key: 'energy', label: 'Energy', values: [2, null, 4] }],
    domain: [1, 5] as const,
  }

  it('leaves a week without an answer open', () => {
    const [line] = chartShapes({ ...chart, width: 400, height: 200 }, chart.series, [1, 5]).lines
    expect(line?.path.match(/M/g)).toHaveLength(2)
    expect(line?.dots).toHaveLength(2)
  })

  it('can be read as a table', async () => {
    const page = mountInPage(LineChart, chart)
    expect(page.get('svg[role=img]').attributes('aria-label')).toBe('Energy over three weeks')
    expect(page.get('figure').attributes('aria-label')).toBe('Energy over three weeks')
    await page.get('button').trigger('click')
    expect(page.findAll('tbody tr').map((row) => row.text())).toEqual([
      'May 42',
      'May 11No answer',
      'May 184',
    ])
  })
})

describe('an open dialog', () => {
  it('says itself that the connection is gone: the line of the page lies behind it', async () => {
    const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true)
    const page = mountInPage(AppDialog, { open: true, title: 'Log a session' })
    await flushPromises()
    const dialog = () => document.querySelector('[role=dialog]')
    expect(dialog()?.querySelector('[role=status]')?.textContent).toBe('')
    isOnline.mockReturnValue(false)
    window.dispatchEvent(new Event('offline'))
    await flushPromises()
    expect(dialog()?.querySelector('[role=status]')?.textContent).toContain('offline')
    page.unmount()
    isOnline.mockRestore()
  })
})

describe('a password', () => {
  it('is shown and hidden by a button that says its state, without losing focus or caret', async () => {
    const page = mountInPage(PasswordInput, { modelValue: 'quiet harbor', autocomplete: 'new-password' })
    const [input, button] = [page.get('input'), page.get('button')]
    expect(input.attributes()).toMatchObject({ type: 'password', autocomplete: 'new-password' })
    expect([button.text(), button.attributes('aria-pressed')]).toEqual(['Show what I type', 'false'])
    input.element.focus()
    input.element.setSelectionRange(3, 5)
    // The pointer does not take the focus out of the field.
    const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true })
    button.element.dispatchEvent(press)
    expect(press.defaultPrevented).toBe(true)
    await button.trigger('click')
    expect([input.attributes('type'), button.attributes('aria-pressed')]).toEqual(['text', 'true'])
    expect(document.activeElement).toBe(input.element)
    expect([input.element.selectionStart, input.element.selectionEnd]).toEqual([3, 5])
    await button.trigger('click')
    expect([input.attributes('type'), input.element.value]).toEqual(['password', 'quiet harbor'])
  })

  it('is hidden again before it is sent, so that no browser keeps it as plain text', async () => {
    const page = mountInPage(
      {
        components: { PasswordInput },
        template: '<form><PasswordInput autocomplete="new-password" /></form>',
      },
      {},
    )
    await page.get('button').trigger('click')
    expect(page.get('input').attributes('type')).toBe('text')
    await page.get('form').trigger('submit')
    expect(page.get('input').attributes('type')).toBe('password')
  })
})
