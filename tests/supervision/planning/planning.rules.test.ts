import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfWeek, daysBetween } from '../../../shared/src/calendar/plain-date.ts'
import { wallClockOf } from '../../../shared/src/calendar/wall-clock.ts'
import {
  endOf,
  hasBegun,
  shownStart,
  startOf,
} from '../../../shared/src/supervision/planning/planned-times.ts'
import {
  validatePlanSession,
  validateReason,
} from '../../../shared/src/supervision/planning/planning-input.ts'
import { isSeriesEnding, moveFromHere, seriesDays } from '../../../shared/src/supervision/planning/series.ts'
import { suggestMeeting } from '../../../shared/src/supervision/planning/suggestion.ts'

const TODAY = '2026-06-17'
const ZONES = ['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu']
const PEER = '7b0c1b3e-8a3f-4f2c-9d7e-0d6a3f0f4b11'
const input = (over: object = {}) => ({
  ...{ peerIds: [PEER], types: ['SUPPORTIVE'], startsOn: '2026-06-24', startTime: '14:00', minutes: 45 },
  ...{ modality: 'VIDEO', ...over },
})

describe('the days of a series', () => {
  it('keep the weekday and the time over both changes of the clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 2, max: 52 }),
        fc.constantFrom('00:30', '09:00', '14:00', '23:45'),
        (zone, ahead, weeks, times, startTime) => {
          const first = addDays('2026-01-01', ahead)
          const days = seriesDays(first, weeks, times)
          expect(days).toHaveLength(times)
          days.forEach((startsOn, at) => {
            expect(dayOfWeek(startsOn)).toBe(dayOfWeek(first))
            expect(daysBetween(first, startsOn)).toBe(at * weeks * 7)
            const planned = { startsOn, startTime, minutes: 60 }
            expect(wallClockOf(startOf(planned, zone), zone)).toEqual({ day: startsOn, time: startTime })
          })
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('move together from one on, and what was left out stays left out', () => {
    const at = (seriesPosition: number) => ({
      id: String(seriesPosition),
      startsOn: addDays('2026-06-24', seriesPosition * 14),
      seriesPosition,
      seriesWeeks: 2,
    })
    // The fourth one was moved by itself and is in the series no more.
    expect(moveFromHere(at(2), [at(4), at(5)], '2026-07-23')).toEqual([
      { id: '2', startsOn: '2026-07-23' },
      { id: '4', startsOn: '2026-08-20' },
      { id: '5', startsOn: '2026-09-03' },
    ])
  })

  it('says that a series ends from two weeks before its last day', () => {
    expect(isSeriesEnding('2026-07-01', TODAY)).toBe(true)
    expect(isSeriesEnding('2026-07-02', TODAY)).toBe(false)
    expect(isSeriesEnding('2026-06-16', TODAY)).toBe(false)
  })
})

describe('when a session begins and ends', () => {
  it('runs over midnight', () => {
    const planned = { startsOn: '2026-06-24', startTime: '23:30', minutes: 60 }
    expect(wallClockOf(endOf(planned, 'America/New_York'), 'America/New_York')).toEqual({
      day: '2026-06-25',
      time: '00:30',
    })
  })

  it('lasts as long over a change of the clocks', () => {
    for (const startsOn of ['2027-03-14', '2026-11-01']) {
      const planned = { startsOn, startTime: '01:30', minutes: 90 }
      const [start, end] = [startOf(planned, 'America/New_York'), endOf(planned, 'America/New_York')]
      expect(end.getTime() - start.getTime()).toBe(90 * 60_000)
    }
  })

  it('begins at 3:30 where 2:30 is skipped', () => {
    const planned = { startsOn: '2027-03-14', startTime: '02:30', minutes: 60 }
    expect(shownStart(planned, 'America/New_York').time).toBe('03:30')
    expect(shownStart(planned, 'Pacific/Honolulu').time).toBe('02:30')
    expect(hasBegun(planned, 'America/New_York', new Date('2027-03-14T07:29:00Z'))).toBe(false)
    expect(hasBegun(planned, 'America/New_York', new Date('2027-03-14T07:30:00Z'))).toBe(true)
  })
})

describe('what is planned', () => {
  it('may be today and up to a year ahead', () => {
    expect(validatePlanSession(input({ startsOn: TODAY }), TODAY)).toEqual([])
    expect(validatePlanSession(input({ startsOn: '2027-06-18' }), TODAY)).toEqual([])
  })

  it.each([
    [{ startsOn: '2026-06-16' }, { field: 'startsOn', problem: 'too-long-ago', limit: TODAY }],
    [{ startsOn: '2027-06-19' }, { field: 'startsOn', problem: 'too-far-ahead', limit: '2027-06-18' }],
    [{ startsOn: '' }, { field: 'startsOn', problem: 'required' }],
    [{ startsOn: '2026-02-30' }, { field: 'startsOn', problem: 'not-a-date' }],
    [{ startTime: '' }, { field: 'startTime', problem: 'required' }],
    [{ startTime: '25:00' }, { field: 'startTime', problem: 'not-an-option' }],
    [{ minutes: 4 }, { field: 'minutes', problem: 'too-small', limit: 5 }],
    [{ minutes: 481 }, { field: 'minutes', problem: 'too-large', limit: 480 }],
    [{ types: [] }, { field: 'types', problem: 'too-few', limit: 1 }],
    [{ types: ['SUPPORTIVE', 'SUPPORTIVE'] }, { field: 'types', problem: 'repeated' }],
    [{ peerIds: [] }, { field: 'peerIds', problem: 'too-few', limit: 1 }],
    [{ peerIds: [PEER, PEER.toUpperCase()] }, { field: 'peerIds.1', problem: 'repeated' }],
    [{ modality: 'TELEPATHY' }, { field: 'modality', problem: 'not-an-option' }],
    [{ repeat: { everyWeeks: 0, times: 4 } }, { field: 'repeat.everyWeeks', problem: 'too-small', limit: 1 }],
    [{ repeat: { everyWeeks: 1, times: 1 } }, { field: 'repeat.times', problem: 'too-small', limit: 2 }],
    // Every 13 weeks: five of them fit into a year from next week.
    [{ repeat: { everyWeeks: 13, times: 6 } }, { field: 'repeat.times', problem: 'too-large', limit: 4 }],
  ])('%o is refused', (over, error) => {
    expect(validatePlanSession(input(over), TODAY)).toEqual([error])
  })

  it('takes each reason of the list but the one that the database writes', () => {
    expect(validateReason('FACILITY_CLOSED')).toEqual([])
    expect(validateReason('SUPERVISION_ENDED')).toEqual([{ field: 'reason', problem: 'not-an-option' }])
    expect(validateReason('')).toEqual([{ field: 'reason', problem: 'required' }])
  })
})

describe('the next session', () => {
  const last = {
    day: '2026-06-10',
    time: '14:00',
    minutes: 45,
    modality: 'VIDEO',
    types: ['SUPPORTIVE'],
  } as const

  it('is as the last one was: weekday, time, length, way', () => {
    expect(suggestMeeting(last, ['SUPPORTIVE', 'EDUCATIONAL'], TODAY)).toEqual({
      ...{
        startsOn: '2026-06-24',
        startTime: '14:00',
        minutes: 45,
        modality: 'VIDEO',
        types: ['SUPPORTIVE'],
      },
    })
    expect(suggestMeeting({ ...last, day: '2026-06-18' }, ['SUPPORTIVE'], TODAY).startsOn).toBe('2026-06-25')
    expect(suggestMeeting({ ...last, day: '2026-06-12' }, ['SUPPORTIVE'], TODAY).startsOn).toBe('2026-06-19')
  })

  it('offers only what is given today, and something where there was none', () => {
    expect(suggestMeeting(last, ['EDUCATIONAL'], TODAY).types).toEqual(['EDUCATIONAL'])
    expect(suggestMeeting(null, ['EDUCATIONAL'], TODAY)).toMatchObject({
      startsOn: '2026-06-24',
      startTime: '10:00',
    })
  })

  it('is always after today, on the same weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (ahead) => {
        const day = addDays(TODAY, ahead)
        const { startsOn } = suggestMeeting({ ...last, day }, ['SUPPORTIVE'], TODAY)
        expect(startsOn > TODAY).toBe(true)
        expect(dayOfWeek(startsOn)).toBe(dayOfWeek(day))
      }),
    )
  })
})
