import { describe, expect, it } from 'vitest'
import { addDays } from '@alongside/shared/calendar/plain-date'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import type { PracticeRecord, PracticeSession } from '@alongside/shared/certification/hours/ce-credit'
import type { PracticeRequirement } from '@alongside/shared/certification/rules/asked'
import { recordOf, ruleWith } from '../status/any-case.ts'
import { assess, recordFor } from '../status/real-credential.ts'

/** What is said of practice in the cycle of 2025 and 2026, on a day of it. */
function ahead(asked: Partial<PracticeRequirement>, practice: PracticeRecord | null, today: string) {
  const requirement: PracticeRequirement = {
    kind: 'service',
    amount: 50,
    unit: 'hours',
    per: 'cycle',
    longSessions: null,
    ...asked,
  }
  const record = { ...recordOf(ruleWith({ practice: [requirement] })), practice }
  const { forecast, status, reasons, nextChangeOn } = assessCertification(record, today)
  return { ...forecast.at(-1), status, kinds: reasons.map(({ kind }) => kind), nextChangeOn }
}

const service = (...hours: [on: string, hours: number][]): PracticeRecord => ({
  sessions: null,
  serviceHours: hours.map(([on, count]) => ({ on, hours: count })),
})
const sessions = (...days: string[]): PracticeRecord => ({
  sessions: days.map((heldOn): PracticeSession => ({ heldOn, minutes: 45, isCoReflection: false })),
  serviceHours: null,
})

/** Kentucky: two sessions in each month. */
const TWICE_A_MONTH = { kind: 'supervision', amount: 2, unit: 'sessions', per: 'month' } as const
const bothOf = (...months: string[]): string[] => months.flatMap((month) => [`${month}-03`, `${month}-17`])
const YEAR = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`)

describe('hours of service in a cycle', () => {
  it('have a pace, a forecast and a day on which they are met, in their own hours', () => {
    expect(ahead({}, service(['2025-03-31', 15], ['2025-09-30', 10]), '2025-12-31')).toMatchObject({
      needed: 50,
      earned: 25,
      openNow: 25,
      dueBy: '2026-12-31',
      hoursPerYearAtPace: 25,
      projectedShortBy: 0,
      missed: 0,
      metOn: { kind: 'on', on: '2026-12-31', withinCycle: true },
      status: 'CURRENT',
    })
  })

  it('put at risk where less than half of the cycle is left and pace does not reach, from a day that is known before', () => {
    const late = service(['2025-09-30', 24])
    expect(ahead({}, late, '2025-12-31')).toMatchObject({ status: 'CURRENT', nextChangeOn: '2026-01-01' })
    expect(ahead({}, late, '2026-01-01')).toMatchObject({
      status: 'AT_RISK',
      kinds: ['short-at-this-pace'],
      openNow: 26,
      isAtRisk: true,
    })
  })

  it('are not known, and put nothing at risk, where none were ever entered', () => {
    expect(ahead({}, null, '2026-12-01').status).toBe('RENEWAL_OPEN')
    expect(ahead({}, { sessions: [], serviceHours: null }, '2026-12-01').status).toBe('RENEWAL_OPEN')
    expect(ahead({ kind: 'supervision' }, service(['2026-01-01', 9]), '2026-12-01').status).toBe(
      'RENEWAL_OPEN',
    )
    expect(ahead({}, service(), '2026-12-01').status).toBe('AT_RISK')
  })
})

describe('hours of service in each year', () => {
  const asked = { amount: 75, per: 'year' } as const

  it('are assessed by the year that runs', () => {
    const first = service(['2025-12-31', 75])
    expect(ahead(asked, first, '2026-01-01')).toMatchObject({ openNow: 75, missed: 0, isAtRisk: false })
    expect(ahead(asked, first, '2026-06-01')).toMatchObject({ status: 'CURRENT', dueBy: '2026-12-31' })
  })

  it('are short for good once a year that lacked them is over', () => {
    expect(ahead(asked, service(['2025-12-31', 63]), '2026-01-01')).toMatchObject({
      status: 'AT_RISK',
      missed: 12,
      openNow: 75,
      metOn: { kind: 'not-at-this-pace' },
    })
    const madeUp = service(['2025-12-31', 63], ['2026-01-01', 200])
    expect(ahead(asked, madeUp, '2026-01-01')).toMatchObject({ missed: 12, openNow: 0, status: 'AT_RISK' })
  })
})

describe('sessions in each month', () => {
  const all = sessions(...bothOf(...YEAR, '2026-01'))

  it('are open until the month is half over', () => {
    expect(ahead(TWICE_A_MONTH, all, '2026-02-14')).toMatchObject({ status: 'CURRENT', openNow: 2 })
    expect(ahead(TWICE_A_MONTH, all, '2026-02-15')).toMatchObject({
      status: 'AT_RISK',
      openNow: 2,
      missed: 0,
      dueBy: '2026-02-28',
    })
  })

  it('come whole: who keeps the usual rhythm is not at risk for a part of a session', () => {
    const one = { ...all, sessions: [...(all.sessions ?? []), ...(sessions('2026-02-03').sessions ?? [])] }
    expect(ahead(TWICE_A_MONTH, one, '2026-02-20').status).toBe('CURRENT')
    expect(ahead(TWICE_A_MONTH, one, '2026-02-20').nextChangeOn).toBe('2026-02-21')
    expect(ahead(TWICE_A_MONTH, one, '2026-02-21').status).toBe('AT_RISK')
  })

  it('are short for good in a month that is over, whatever follows', () => {
    const gap = sessions(...bothOf('2025-01', ...YEAR.slice(2), '2026-01'), '2025-02-09')
    expect(ahead(TWICE_A_MONTH, gap, '2026-01-31')).toMatchObject({
      status: 'AT_RISK',
      missed: 1,
      openNow: 0,
      projectedShortBy: 1,
    })
  })

  it('are not assessed before the first that was entered: they may have been held and kept elsewhere', () => {
    const since = sessions('2025-09-17', '2025-10-03', ...bothOf(...YEAR.slice(10), '2026-01'))
    expect(ahead(TWICE_A_MONTH, since, '2026-01-31')).toMatchObject({ missed: 1, earned: 8 })
    const whole = sessions('2025-09-17', ...bothOf(...YEAR.slice(9), '2026-01'))
    expect(ahead(TWICE_A_MONTH, whole, '2026-01-31')).toMatchObject({ status: 'CURRENT', missed: 0 })
  })
})

describe('what the real rules ask in practice', () => {
  it('puts a holder of Tennessee at risk for service and supervision', () => {
    const facts = { issuedOn: '2026-12-01', expiresOn: '2028-12-01', conditions: {} }
    const practice = { ...sessions('2027-01-10'), serviceHours: [{ on: '2027-02-01', hours: 20 }] }
    const { status, reasons } = assess({ ...recordFor('us-tn-cprs', facts), practice }, '2028-08-01')
    expect(status).toBe('AT_RISK')
    const short = reasons.flatMap((each) => (each.kind === 'short-at-this-pace' ? [each.shortfall] : []))
    expect(short.map(({ requirement, openNow }) => [requirement, openNow])).toEqual([
      [{ kind: 'practice', practice: 'service' }, 30],
      [{ kind: 'practice', practice: 'supervision' }, 1.25],
    ])
  })

  it('lets nobody in Kentucky miss a month unseen', () => {
    const facts = { issuedOn: '2026-01-01', expiresOn: '2027-01-01' }
    const practice = sessions(...bothOf('2026-01'))
    const record = { ...recordFor('us-ky-apss', facts), practice }
    const announced = assess(record, '2026-02-01').nextChangeOn ?? ''
    expect(announced > '2026-02-01' && announced <= '2026-03-01').toBe(true)
    expect(assess(record, addDays(announced, -1)).status).toBe('CURRENT')
    expect(assess(record, announced).status).toBe('AT_RISK')
  })
})
