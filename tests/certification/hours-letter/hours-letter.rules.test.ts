import { describe, expect, it } from 'vitest'
import {
  hoursLetter,
  type SessionPart,
  validateLetterPeriod,
} from '@alongside/shared/certification/hours-letter/hours-letter'

const PERIOD = { from: '2026-01-01', until: '2026-06-30' }
const part = (change: Partial<SessionPart> = {}): SessionPart => ({
  ...{ sessionId: 'one', heldOn: '2026-03-01', supervisor: 'Ana', type: 'SUPPORTIVE', minutes: 60 },
  ...{ sessionMinutes: 60, attendedMinutes: 60 },
  ...change,
})

describe('the sums of an hours letter', () => {
  it('keeps types and supervisors apart, and counts a session of two types once', () => {
    const letter = hoursLetter(
      PERIOD,
      [
        part({ minutes: 30 }),
        part({ minutes: 30, type: 'ADMINISTRATIVE' }),
        part({ sessionId: 'two', minutes: 90, sessionMinutes: 90, attendedMinutes: 90 }),
        part({ sessionId: 'three', supervisor: 'Bo' }),
      ],
      [],
    )
    expect(letter).toMatchObject({ sessions: 3, supervisionHours: 3.5, serviceHours: 0 })
    expect(letter.lines).toEqual([
      { supervisor: 'Ana', type: 'ADMINISTRATIVE', sessions: 1, hours: 0.5 },
      { supervisor: 'Ana', type: 'SUPPORTIVE', sessions: 2, hours: 2 },
      { supervisor: 'Bo', type: 'SUPPORTIVE', sessions: 1, hours: 1 },
    ])
  })

  it('gives whoever was there for a part of a session that part of it', () => {
    expect(hoursLetter(PERIOD, [part({ attendedMinutes: 30 })], []).supervisionHours).toBe(0.5)
  })

  it('counts the first and the last day, and no day beside them', () => {
    const held = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((heldOn) =>
      part({ heldOn, sessionId: heldOn }),
    )
    expect(hoursLetter(PERIOD, held, []).sessions).toBe(2)
  })

  it('splits no entry of service hours that crosses an end, and says how many there are', () => {
    const service = [
      { from: '2026-01-01', on: '2026-01-31', hours: 100 },
      { from: '2025-12-15', on: '2026-01-14', hours: 80 },
      { from: '2026-06-30', on: '2026-07-01', hours: 8 },
      { on: '2025-12-31', hours: 5 },
    ]
    expect(hoursLetter(PERIOD, [], service)).toMatchObject({ serviceHours: 100, crossingEntries: 2 })
    expect(hoursLetter(PERIOD, [], null)).toMatchObject({ serviceHours: null, crossingEntries: 0 })
  })

  it('refuses a day that is none, one to come, and an end before its start', () => {
    const of = (from: string, until: string) =>
      validateLetterPeriod({ from, until }, '2026-11-30').map(({ field, problem }) => [field, problem])
    expect(of('2026-01-01', '2026-11-30')).toEqual([])
    expect(of('2026-02-30', '2026-03-01')).toEqual([['from', 'not-a-date']])
    expect(of('2026-01-01', '2026-12-01')).toEqual([['until', 'in-the-future']])
    expect(of('2026-03-02', '2026-03-01')).toEqual([['until', 'before-its-start']])
  })
})
