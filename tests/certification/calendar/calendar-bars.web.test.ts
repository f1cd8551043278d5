import { describe, expect, it } from 'vitest'
import CalendarBars from '../../../web/src/certification/calendar/CalendarBars.vue'
import { mountInPage } from '../../app/mount.ts'

describe('the months ahead as bars', () => {
  const months = [
    { startsOn: '2026-06-01', expiries: 2, openings: 1, sendBys: 0 },
    { startsOn: '2026-08-01', expiries: 0, openings: 0, sendBys: 3 },
  ]
  const bars = (modelValue = '') => mountInPage(CalendarBars, { months, from: '2026-06-01', modelValue })

  it('have a place for each of twelve, and say what each holds', () => {
    const buttons = bars().findAll('button')
    expect(buttons).toHaveLength(12)
    expect(buttons.slice(0, 3).map((bar) => bar.attributes('aria-description'))).toEqual([
      '2 expire, 1 window opens',
      'nothing due',
      '3 due',
    ])
    // The highest bar is the month that holds most, and all are drawn by the same measure.
    const heights = (place: number) =>
      buttons[place]
        ?.findAll('[style]')
        .map((part) => Number.parseInt(part.attributes('style')?.slice(8) ?? '', 10))
    expect(heights(0)).toEqual([64, 0, 32])
    expect(heights(2)).toEqual([0, 96, 0])
  })

  it('narrow the agenda to one month, and open it again', async () => {
    const all = bars()
    await all.findAll('button')[2]?.trigger('click')
    expect(all.emitted('update:modelValue')).toEqual([['2026-08-01']])
    const one = bars('2026-08-01')
    expect(one.findAll('button[aria-pressed=true]')).toHaveLength(1)
    await one.findAll('button')[2]?.trigger('click')
    expect(one.emitted('update:modelValue')).toEqual([['']])
  })
})
