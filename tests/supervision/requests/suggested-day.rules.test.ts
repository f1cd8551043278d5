import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfWeek } from '../../../shared/src/calendar/plain-date.ts'
import {
  REQUESTED_WEEKDAYS,
  validateSupervisionRequest,
  validateTimeRequest,
} from '../../../shared/src/supervision/requests/request-choices.ts'
import { suggestedForRequest } from '../../../shared/src/supervision/requests/suggested-day.ts'

/** A Wednesday. */
const TODAY = '2026-06-17'

describe('a time that was asked for', () => {
  it('is the first day that suits, at the earliest time of day that suits', () => {
    expect(
      suggestedForRequest({ weekdays: ['TUESDAY', 'THURSDAY'], timesOfDay: ['EVENING', 'AFTERNOON'] }, TODAY),
    ).toEqual({
      startsOn: '2026-06-18',
      startTime: '14:00',
    })
    expect(suggestedForRequest({ weekdays: ['WEDNESDAY'], timesOfDay: [] }, TODAY)).toEqual({
      startsOn: '2026-06-24',
      startTime: null,
    })
    expect(suggestedForRequest({ weekdays: ['WEEKEND'], timesOfDay: ['MORNING'] }, TODAY)).toEqual({
      startsOn: '2026-06-20',
      startTime: '09:00',
    })
    expect(suggestedForRequest({ weekdays: [], timesOfDay: [] }, TODAY).startsOn).toBe('2026-06-18')
  })

  it('is always within the next seven days, on a day that was named', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.subarray([...REQUESTED_WEEKDAYS], { minLength: 1 }),
        (ahead, weekdays) => {
          const today = addDays('2026-01-01', ahead)
          const { startsOn } = suggestedForRequest({ weekdays, timesOfDay: [] }, today)
          expect(startsOn > today && startsOn <= addDays(today, 7)).toBe(true)
          const day = dayOfWeek(startsOn)
          expect(weekdays.includes(day > 5 ? 'WEEKEND' : REQUESTED_WEEKDAYS[day - 1]!)).toBe(true)
        },
      ),
    )
  })
})

describe('what is asked for', () => {
  it('comes from closed lists, each choice once', () => {
    expect(validateTimeRequest({ type: 'SUPPORTIVE', weekdays: [], timesOfDay: [] })).toEqual([])
    expect(
      validateTimeRequest({ type: 'OTHER', weekdays: ['SUNDAY'], timesOfDay: ['NIGHT', 'NIGHT'] }),
    ).toEqual([
      { field: 'type', problem: 'not-an-option' },
      { field: 'weekdays', problem: 'not-an-option' },
      { field: 'timesOfDay', problem: 'not-an-option' },
    ])
    expect(validateSupervisionRequest({ wish: 'LESS', type: 'SUPPORTIVE' })).toEqual([
      { field: 'wish', problem: 'not-an-option' },
    ])
  })
})
