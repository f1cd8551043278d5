import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, maxDate } from '@alongside/shared/calendar/plain-date'
import { forecast } from '@alongside/shared/certification/forecast/forecast'
import { renewalCycle, type KnownCycle } from '@alongside/shared/certification/cycle/renewal-cycle'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import type { RenewalCase } from '@alongside/shared/certification/requirements/renewal-case'
import { renewalRuleOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { atRiskFrom } from '@alongside/shared/certification/status/at-risk'
import { isLateIn } from '@alongside/shared/certification/status/late-in'
import {
  anyCertification,
  anyCredits,
  anyPractice,
  anyRule,
  CASES,
  knownPractice,
  PROPERTY_TIMEOUT_MS,
} from '../rules/any-rule.ts'

/** North Dakota's 20 hours with no minimums; the cycle is 2025 and 2026. */
const rule = renewalRuleOf('us-nd-cpss')
const cycle: KnownCycle = {
  kind: 'known',
  startsOn: '2025-01-01',
  endsOn: '2026-12-31',
  source: 'printed',
  isFirstTerm: false,
}

const certification = { issuedOn: '2023-01-01', expiresOn: '2026-12-31', birthday: null }

function matter(credits: CeCredit[]): RenewalCase {
  return { rule, cycle, certification, credits }
}

function credit(hours: number, heldOn: string, planned = false): CeCredit {
  return { id: `${heldOn}-${hours}`, heldOn, hours, categories: [], planned }
}

function totalForecast(credits: CeCredit[], today: string) {
  return forecast(matter(credits), today)[0]
}

const situation = fc
  .tuple(anyRule, anyCertification)
  .map(([anyRule, certification]) => ({
    rule: anyRule,
    certification,
    cycle: renewalCycle(anyRule, certification),
  }))
  .chain((given) => {
    const from = given.cycle.kind === 'known' ? given.cycle.startsOn : '2026-01-01'
    const days = fc.integer({ min: 0, max: 800 })
    return fc.record({
      given: fc.constant(given),
      credits: anyCredits(from, 800),
      practice: anyPractice(from, 800),
      from: fc.constant(from),
      days,
    })
  })

describe('the pace', () => {
  it('is the hours of the last 365 days', () => {
    const credits = [credit(4, '2025-12-31'), credit(10, '2026-01-01'), credit(3, '2026-12-31')]
    expect(totalForecast(credits, '2026-12-31')?.hoursPerYearAtPace).toBe(13)
  })

  it('is the hours since the cycle began while it is younger', () => {
    expect(totalForecast([credit(2, '2025-01-10')], '2025-03-14')?.hoursPerYearAtPace).toBe(10)
  })

  it('says on which day a requirement is met', () => {
    const halfWay = [credit(10, '2025-06-01')]
    expect(totalForecast(halfWay, '2025-12-31')).toMatchObject({
      shortBy: 10,
      metOn: { kind: 'on', on: '2026-12-31', withinCycle: true },
      projectedShortBy: 0,
    })
    expect(totalForecast(halfWay, '2025-12-30')?.metOn).toMatchObject({ on: '2026-12-29' })
    expect(totalForecast([credit(9, '2025-06-01')], '2025-12-31')?.metOn).toMatchObject({ on: '2027-03-23' })
    expect(totalForecast([credit(5, '2025-06-01')], '2025-12-31')).toMatchObject({
      metOn: { kind: 'on', on: '2028-12-30', withinCycle: false },
      projectedShortBy: 10,
    })
  })

  it('takes planned courses on their day', () => {
    const planned = [credit(4, '2025-06-01'), credit(6, '2026-02-01', true), credit(10, '2026-03-01', true)]
    expect(totalForecast(planned, '2025-12-31')?.metOn).toMatchObject({ on: '2026-03-01' })
    expect(totalForecast([credit(20, '2026-03-01', true)], '2025-12-31')).toMatchObject({
      shortBy: 20,
      planned: 20,
      projectedShortBy: 0,
      metOn: { kind: 'on', on: '2026-03-01', withinCycle: true },
    })
  })

  it('of no hours leads nowhere, and what is met is met', () => {
    expect(totalForecast([], '2025-12-31')?.metOn).toEqual({ kind: 'not-at-this-pace' })
    expect(totalForecast([credit(20, '2025-02-01')], '2025-12-31')?.metOn).toEqual({ kind: 'met' })
  })

  it('says that the days are over once they are: no pace brings what they lack', () => {
    const late = [credit(14, '2026-06-01')]
    expect(totalForecast(late, '2026-12-31')?.metOn).toMatchObject({ kind: 'on', withinCycle: false })
    expect(totalForecast(late, '2027-01-01')?.metOn).toEqual({ kind: 'over' })
    expect(totalForecast([credit(20, '2026-06-01')], '2027-01-01')?.metOn).toEqual({ kind: 'met' })
  })

  it('forecasts nothing where the cycle is unknown', () => {
    expect(
      forecast({ ...matter([]), cycle: { kind: 'unknown', reason: 'expiry-not-known' } }, '2026-01-01'),
    ).toEqual([])
  })
})

describe('at risk', () => {
  it('needs less than half of the cycle, or at most 180 days', () => {
    expect(isLateIn(cycle, '2025-12-31')).toBe(false)
    expect(isLateIn(cycle, '2026-01-01')).toBe(true)
    const short: KnownCycle = { ...cycle, startsOn: '2026-06-01' }
    expect(isLateIn(short, '2026-07-03')).toBe(false)
    expect(isLateIn(short, '2026-07-04')).toBe(true)
  })

  it('begins on the first day on which pace no longer reaches', () => {
    expect(atRiskFrom(matter([]), '2025-02-01')).toBe('2026-01-01')
    expect(atRiskFrom(matter([credit(20, '2025-02-01')]), '2025-03-01')).toBeNull()
    expect(atRiskFrom(matter([]), '2027-01-01')).toBe('2026-12-31')
    const from = atRiskFrom(matter([credit(12, '2025-12-01')]), '2026-01-01')
    // 12 h of the last 365 days, 8 h short: enough while 8/12 of a year is left, 244 days.
    expect(from).toBe('2026-05-02')
    expect(daysBetween(from ?? '', cycle.endsOn)).toBe(243)
  })

  it('begins when a planned course has passed without being held', () => {
    const credits = [credit(8, '2025-02-01'), credit(12, '2026-08-01', true)]
    expect(atRiskFrom(matter(credits), '2026-03-01')).toBe('2026-08-02')
  })

  it(
    'does not end again by itself, for any certification',
    () => {
      fc.assert(
        fc.property(situation, ({ given, credits, practice, from, days }) => {
          if (given.cycle.kind === 'unknown') return
          const today = addDays(from, days)
          const known = {
            ...given,
            credits: credits.filter(({ heldOn, planned }) => planned || heldOn <= today),
            practice: knownPractice(practice, today),
          }
          const first = atRiskFrom(known, today)
          for (let day = today; day <= given.cycle.endsOn; day = addDays(day, 40)) {
            const forecasts = forecast(known, day)
            expect(forecasts.some(({ isAtRisk }) => isAtRisk)).toBe(first !== null && first <= day)
            // A yearly amount is assessed by its year, of which only the days inside the cycle count.
            const { startsOn } = given.cycle
            for (const { requirement, isAtRisk, projectedShortBy, window } of forecasts) {
              if (requirement.kind === 'practice') continue
              const days = { ...window, startsOn: maxDate(window.startsOn, startsOn) }
              expect(isAtRisk).toBe(projectedShortBy > 0 && isLateIn(days, day))
            }
          }
        }),
        { numRuns: CASES / 2 },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})

describe('the forecast of any certification', () => {
  it(
    'meets a requirement within the cycle exactly when nothing is projected to be short',
    () => {
      fc.assert(
        fc.property(situation, ({ given, credits, practice, from, days }) => {
          const today = addDays(from, days)
          if (given.cycle.kind === 'unknown' || today > given.cycle.endsOn) return
          for (const { metOn, projectedShortBy } of forecast({ ...given, credits, practice }, today)) {
            const isReached = metOn.kind === 'met' || (metOn.kind === 'on' && metOn.withinCycle)
            expect(isReached).toBe(projectedShortBy === 0)
          }
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})
