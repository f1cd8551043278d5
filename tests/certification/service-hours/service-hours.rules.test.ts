import { describe, expect, it } from 'vitest'
import { overlapErrors } from '@alongside/shared/certification/history/service-hours-overlap'

const worked = (startsOn: string, endsOn: string, hours: number) => ({ startsOn, endsOn, hours })

describe('hours of work beside others', () => {
  const week = worked('2026-05-04', '2026-05-10', 40)

  it('are refused where they cross another entry, unless they are said to be further hours', () => {
    const monday = worked('2026-05-04', '2026-05-04', 8)
    expect(overlapErrors(monday, [week], false)).toEqual([
      { field: 'startsOn', problem: 'overlaps', limit: '2026-05-04/2026-05-10' },
    ])
    expect(overlapErrors(week, [monday], false)).toEqual([
      { field: 'startsOn', problem: 'overlaps', limit: '2026-05-04' },
    ])
    expect(overlapErrors(monday, [week], true)).toEqual([])
    expect(overlapErrors(worked('2026-05-11', '2026-05-11', 24), [week], false)).toEqual([])
  })

  it('have no more than 24 hours a day, however they are spread', () => {
    const full = worked('2026-05-04', '2026-05-10', 7 * 24 - 2)
    const tooMuch = (limit: number) => [{ field: 'hours', problem: 'too-large', limit }]
    expect(overlapErrors(worked('2026-05-06', '2026-05-06', 3), [full], true)).toEqual(tooMuch(2))
    expect(overlapErrors(worked('2026-05-06', '2026-05-06', 2), [full], true)).toEqual([])
    // Monday and Tuesday are full, so Tuesday and Wednesday have Wednesday only, and that is shared with Thursday.
    const chain = [worked('2026-05-04', '2026-05-05', 48), worked('2026-05-06', '2026-05-07', 40)]
    const between = (hours: number) => worked('2026-05-05', '2026-05-06', hours)
    expect(overlapErrors(between(8.25), chain, true)).toEqual(tooMuch(8))
    expect(overlapErrors(between(8), chain, true)).toEqual([])
  })

  it('do not mind what lies apart', () => {
    const apart = worked('2026-05-12', '2026-05-12', 24)
    const day = worked('2026-05-10', '2026-05-10', 20)
    expect(overlapErrors(day, [week, apart], true)).toEqual([])
  })
})
