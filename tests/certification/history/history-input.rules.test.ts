import { describe, expect, it } from 'vitest'
import { validateIssueDay } from '../../../shared/src/certification/history/issue-day.ts'
import { askedOfHolder } from '../../../shared/src/certification/history/asked-of-holder.ts'
import {
  validateBoardStatus,
  validateTermPlace,
  validateVerification,
} from '../../../shared/src/certification/history/history-input.ts'
import { validateServiceHours } from '../../../shared/src/certification/history/holder-input.ts'
import { UNKNOWN_RULE, type RenewalRule } from '../../../shared/src/certification/rules/renewal-rule.ts'
import { TODAY } from '../../support/fixed-today.ts'

describe('what may be recorded of a certification', () => {
  it('keeps certificates in order, and those without an expiry out of the way', () => {
    const others = [
      { id: 'a', startsOn: '2022-01-01', expiresOn: '2024-01-01' },
      { id: 'b', startsOn: '2024-01-02', expiresOn: null },
    ]
    const place = (startsOn: string, expiresOn: string) =>
      validateTermPlace({ startsOn, expiresOn }, others).map(({ problem }) => problem)
    expect(place('2023-11-01', '2026-01-01')).toEqual([])
    expect(place('2020-01-01', '2022-06-01')).toEqual([])
    expect(place('2022-01-01', '2025-01-01')).toEqual(['overlaps'])
    expect(place('2022-06-01', '2024-01-01')).toEqual(['overlaps'])
  })

  it('takes a status from the day of the issue on, with an end that may lie ahead', () => {
    const status = (startsOn: string, endsOn: string | null) =>
      validateBoardStatus({ startsOn, endsOn }, '2024-09-01', TODAY).map(({ field }) => field)
    expect(status('2024-09-01', '2027-01-01')).toEqual([])
    expect(status('2024-08-31', null)).toEqual(['startsOn'])
    expect(status('2026-06-18', null)).toEqual(['startsOn'])
    expect(status('2026-06-01', '2026-05-31')).toEqual(['endsOn'])
    expect(status('2026-02-30', null)).toEqual(['startsOn'])
  })

  it('takes no expiry from a register that showed nothing', () => {
    const seen = (result: 'AS_RECORDED' | 'NO_REGISTER', expiresOnSeen = '2026-08-31') =>
      validateVerification({ checkedOn: TODAY, source: 'x', result, expiresOnSeen }, '2024-09-01', TODAY)
    expect(seen('AS_RECORDED')).toEqual([])
    expect(seen('NO_REGISTER')).toEqual([{ field: 'expiresOnSeen', problem: 'not-an-option' }])
    const limits = ['2024-09-02', '2046-06-17', '2024-09-01', '2046-06-18', '0001-01-01', '2026-02-30'].map(
      (day) => seen('AS_RECORDED', day).map(({ problem }) => problem),
    )
    const bounds = [['before-its-start'], ['too-far-ahead'], ['not-a-date'], ['not-a-date']]
    expect(limits).toEqual([[], [], ...bounds])
  })

  it('takes a day of first issue before the first expiry, and another than it was', () => {
    const now = { issuedOn: '2024-09-01', firstExpiresOn: '2026-05-31' }
    const issued = (day: string, firstExpiresOn: string | null = now.firstExpiresOn) =>
      validateIssueDay(day, { ...now, firstExpiresOn }, TODAY).map(({ problem }) => problem)
    expect([issued('2024-08-31'), issued('2026-05-30'), issued('2026-06-10', null)]).toEqual([[], [], []])
    expect(issued('2026-05-31')).toEqual(['too-far-ahead'])
    expect(issued('2024-09-01')).toEqual(['already-there'])
    expect([issued('2026-06-18'), issued('1966-06-16'), issued('x')]).toEqual([
      ['in-the-future'],
      ['too-long-ago'],
      ['not-a-date'],
    ])
  })

  it('takes at most the hours that its days have, in quarters', () => {
    const hours = (amount: number, endsOn = '2026-06-02') =>
      validateServiceHours({ startsOn: '2026-06-01', endsOn, hours: amount }, TODAY).map(
        ({ problem }) => problem,
      )
    expect([hours(48), hours(48.25), hours(0.2), hours(1.1), hours(8, '2026-05-31'), hours(8, 'x')]).toEqual([
      [],
      ['too-large'],
      ['too-small'],
      ['not-in-steps'],
      ['before-its-start'],
      ['not-a-date'],
    ])
  })

  it('asks of a holder what some version of the rule asks, and nothing else', () => {
    const rule: RenewalRule = {
      ...UNKNOWN_RULE,
      expiry: {
        shape: 'fixed-date',
        month: 10,
        day: 31,
        everyYears: 2,
        anchorYear: null,
        onWorkingDay: 'as-it-falls',
      },
      cycleChoices: [
        { months: 24, amount: 20 },
        { months: 12, amount: 10 },
      ],
      newHolders: [{ kind: 'none-if-issued-within', months: 12, unless: 'active-military-service' }],
    }
    expect(askedOfHolder('us-mi-cpss', [rule, UNKNOWN_RULE])).toEqual({
      conditions: ['active-military-service'],
      cycleMonths: [12, 24],
      examYear: true,
      birthday: false,
      titles: [
        { abbreviation: 'CPSS', name: 'Certified Peer Support Specialist' },
        { abbreviation: 'CPRC', name: 'Certified Peer Recovery Coach' },
      ],
    })
  })
})
