import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { installPlugins } from '../../../web/src/app/plugins.ts'
import ServiceSheet from '../../../web/src/certification/service-hours/ServiceSheet.vue'
import { type SheetRow, useSheetEdits } from '../../../web/src/certification/service-hours/sheet-edits.ts'
import { TODAY } from '../../support/fixed-today.ts'
import '../../app/mount.ts'

afterEach(() => {
  document.body.innerHTML = ''
})

const cell = (month: string, hours: number | null = null, isSettable = true) => ({ month, hours, isSettable })
const rowOf = (id: string, months: SheetRow['months']): SheetRow => ({
  peer: { id, displayName: id },
  months,
})
const ROWS = [
  rowOf('Ana', [cell('2026-04-01'), cell('2026-05-01', 96)]),
  rowOf('Ben', [cell('2026-04-01', 8, false), cell('2026-05-01')]),
  rowOf('Cleo', [cell('2026-04-01'), cell('2026-05-01')]),
]

describe('the sheet of service hours', () => {
  function shown() {
    const edits = useSheetEdits(() => TODAY)
    const page = {
      components: { ServiceSheet },
      setup: () => ({ rows: ROWS, edits }),
      template: '<ServiceSheet :rows="rows" :edits="edits" can-edit />',
    }
    const mounted = mount(page, {
      attachTo: document.body,
      global: { plugins: [installPlugins], stubs: { RouterLink: { template: '<a><slot /></a>' } } },
    })
    const at = (place: string) => mounted.get<HTMLInputElement>(`[data-cell="${place}"]`)
    const press = (place: string, key: string) => at(place).trigger('keydown', { key })
    const focused = () => (document.activeElement as HTMLElement).dataset['cell']
    return { edits, mounted, at, press, focused }
  }

  it('moves by Enter and arrows, past cells that hold several entries', async () => {
    const { mounted, at, press, focused } = shown()
    expect(mounted.findAll('[data-cell]')).toHaveLength(5)
    at('0 0').element.focus()
    await press('0 0', 'Enter')
    expect(focused()).toBe('2 0')
    await press('2 0', 'ArrowUp')
    await press('0 0', 'ArrowRight')
    expect(focused()).toBe('0 1')
    // In the middle of a figure an arrow stays in it.
    at('0 1').element.setSelectionRange(1, 1)
    await press('0 1', 'ArrowLeft')
    expect(focused()).toBe('0 1')
  })

  it('keeps what differs from before, puts a cell back, and names what is wrong', async () => {
    const { edits, at, press } = shown()
    await at('0 0').setValue('120,5')
    await at('0 1').setValue('800')
    expect(edits.cells()).toEqual([
      { peerId: 'Ana', month: '2026-04-01', hours: 120.5, expectedHours: null },
      { peerId: 'Ana', month: '2026-05-01', hours: 800, expectedHours: 96 },
    ])
    expect(edits.wrong.value.map(({ error }) => error)).toEqual([
      { field: 'hours', problem: 'too-large', limit: 744 },
    ])
    expect(at('0 1').attributes('aria-invalid')).toBe('true')
    await press('0 1', 'Escape')
    expect(at('0 1').element.value).toBe('96')
    await at('0 0').setValue('many')
    expect(edits.wrong.value.map(({ error }) => error.problem)).toEqual(['not-a-number'])
    await at('0 0').setValue('')
    expect(edits.cells()).toEqual([])
  })

  it('takes a block of a spreadsheet, without the cells that cannot be set and what reaches beyond', () => {
    const { edits } = shown()
    edits.paste(ROWS, 0, 0, '10\t20\t30\r\n11\t21\r\n12\t22\r\n13\t23\r\n')
    expect(edits.cells().map(({ peerId, hours }) => `${peerId} ${hours}`)).toEqual([
      'Ana 10',
      'Ana 20',
      'Ben 21',
      'Cleo 12',
      'Cleo 22',
    ])
  })
})
