import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfWeek, daysBetween } from '../../../shared/src/calendar/plain-date.ts'
import { requirementsWithSupervisors } from '../../../shared/src/supervision/agreements/requirements-that-apply.ts'
import { SUPERVISION_REQUIREMENTS } from '../../../shared/src/supervision/agreements/supervision-requirements.ts'
import {
  qualifiedOn,
  validateQualification,
} from '../../../shared/src/supervision/qualifications/qualified-on.ts'
import {
  longestGap,
  wholeMonths,
  wholeWeeks,
} from '../../../shared/src/supervision/requirements/held-sessions.ts'
import { validateRecordPeriod } from '../../../shared/src/supervision/requirements/record-period.ts'
import {
  requirementResults,
  type SupervisionFacts,
} from '../../../shared/src/supervision/requirements/requirement-results.ts'

const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-01-01', days))
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 400 }))
  .map(([startsOn, days]) => ({ startsOn, endsOn: addDays(startsOn, days) }))
const session = fc.record({
  heldOn: day,
  minutes: fc.integer({ min: 1, max: 240 }),
  format: fc.constantFrom('INDIVIDUAL', 'GROUP', 'CO_REFLECTION'),
})
const facts: fc.Arbitrary<SupervisionFacts> = fc.record({
  period,
  sessions: fc.array(session, { maxLength: 30 }),
  serviceHours: fc.option(fc.integer({ min: 1, max: 500 })),
  firstPlacementOn: fc.option(day),
  peersOfSupervisor: fc.option(fc.integer({ min: 1, max: 20 })),
})
const requirement = fc.constantFrom(...SUPERVISION_REQUIREMENTS)
const of = (id: string) => SUPERVISION_REQUIREMENTS.find((one) => one.id === id)!
const january = { startsOn: '2026-01-01', endsOn: '2026-01-31' }
const nothing: SupervisionFacts = {
  ...{ period: january, sessions: [], serviceHours: null, firstPlacementOn: null, peersOfSupervisor: null },
}
const held = (heldOn: string, minutes = 60, format = 'INDIVIDUAL') => ({ heldOn, minutes, format })

describe('whole weeks and months', () => {
  it('lie inside the period, follow each other, and leave less than one over', () => {
    fc.assert(
      fc.property(period, ({ startsOn, endsOn }) => {
        const weeks = wholeWeeks({ startsOn, endsOn })
        for (const week of weeks) {
          expect([dayOfWeek(week.startsOn), daysBetween(week.startsOn, week.endsOn)]).toEqual([1, 6])
          expect(week.startsOn >= startsOn && week.endsOn <= endsOn).toBe(true)
        }
        expect(daysBetween(startsOn, endsOn) + 1 - 7 * weeks.length).toBeLessThan(14)
        for (const together of [1, 3] as const)
          for (const month of wholeMonths({ startsOn, endsOn }, together)) {
            expect(month.startsOn.slice(8)).toBe('01')
            expect(addDays(month.endsOn, 1).slice(8)).toBe('01')
            expect(month.startsOn >= startsOn && month.endsOn <= endsOn).toBe(true)
          }
      }),
    )
  })
  it.each([
    [{ startsOn: '2026-01-01', endsOn: '2026-12-31' }, 1, 12],
    [{ startsOn: '2026-01-02', endsOn: '2026-12-31' }, 1, 11],
    [{ startsOn: '2024-02-01', endsOn: '2024-02-29' }, 1, 1],
    [{ startsOn: '2024-02-01', endsOn: '2024-02-28' }, 1, 0],
    [{ startsOn: '2026-01-01', endsOn: '2026-12-31' }, 3, 4],
    [{ startsOn: '2026-02-01', endsOn: '2026-09-30' }, 3, 2],
  ] as const)('of %o, %i month(s) together: %i', (given, together, count) => {
    expect(wholeMonths(given, together)).toHaveLength(count)
  })
})

describe('what came of a requirement', () => {
  it('is never met while a figure is unknown, and says why it is', () => {
    fc.assert(
      fc.property(requirement, facts, (one, given) => {
        for (const { state, unknown, needed, had, periods, periodsMet } of requirementResults(one, given)) {
          expect(unknown === null).toBe(state !== 'UNKNOWN')
          expect(needed).toBeGreaterThan(0)
          if (periods !== null) expect(state).toBe(periodsMet === periods ? 'MET' : 'SHORT')
          if (state === 'MET') expect(had).not.toBeNull()
        }
      }),
    )
  })

  it('a further session never makes it worse', () => {
    fc.assert(
      fc.property(requirement, facts, session, (one, given, further) => {
        const before = requirementResults(one, given)
        const after = requirementResults(one, { ...given, sessions: [...given.sessions, further] })
        before.forEach(({ measure, state, periodsMet }, at) => {
          const now = after[at]!
          // Days between sessions can only be told from the first session on.
          if (measure === 'DAYS_BETWEEN_SESSIONS' || state === 'UNKNOWN') return
          if (state === 'MET') expect(now.state).toBe('MET')
          expect(now.periodsMet ?? 0).toBeGreaterThanOrEqual(periodsMet ?? 0)
        })
      }),
    )
  })

  it('Kentucky: two sessions a month, one of them of 30 minutes', () => {
    const two = { ...nothing, sessions: [held('2026-01-05', 20), held('2026-01-19', 29)] }
    expect(requirementResults(of('us-ky-apss'), two)).toMatchObject([
      { measure: 'SESSIONS_PER_MONTH', state: 'MET', had: 2, periods: 1, periodsMet: 1 },
      { measure: 'ONE_LONG_SESSION_PER_MONTH', state: 'SHORT', needed: 30, had: 29 },
    ])
  })

  it('the District of Columbia: an hour each week, six before the first contact, a ratio without a known FTE', () => {
    const given = {
      ...{ ...nothing, firstPlacementOn: '2026-01-12', peersOfSupervisor: 9 },
      sessions: [held('2026-01-06', 60), held('2026-01-14', 45), held('2026-01-20', 60)],
    }
    expect(requirementResults(of('us-dc-22a-7314'), given)).toMatchObject([
      { measure: 'MINUTES_PER_WEEK', state: 'SHORT', had: 45, periods: 3, periodsMet: 2 },
      { measure: 'HOURS_BEFORE_FIRST_PLACEMENT', state: 'SHORT', needed: 6, had: 1 },
      { measure: 'PEERS_PER_SUPERVISOR', state: 'UNKNOWN', unknown: 'FTE_NOT_RECORDED', needed: 7, had: 9 },
    ])
  })

  it('Tennessee: an hour for 25 hours of service; without them it is unknown', () => {
    const given = { ...nothing, sessions: [held('2026-01-06', 90)], serviceHours: 50 }
    expect(requirementResults(of('us-tn-cprs'), given)).toMatchObject([
      { state: 'SHORT', needed: 2, had: 1.5 },
    ])
    expect(requirementResults(of('us-tn-cprs'), nothing)).toMatchObject([{ unknown: 'NO_SERVICE_HOURS' }])
  })

  it('Maine: a co-reflection a quarter, and a month is no quarter', () => {
    const [short] = requirementResults(of('us-me-cipss'), nothing)
    expect(short).toMatchObject({ state: 'UNKNOWN', unknown: 'PERIOD_TOO_SHORT' })
    const quarter = { startsOn: '2026-01-01', endsOn: '2026-03-31' }
    const once = [held('2026-02-10', 60, 'CO_REFLECTION')]
    expect(
      requirementResults(of('us-me-cipss'), { ...nothing, period: quarter, sessions: once }),
    ).toMatchObject([{ state: 'MET', had: 1 }])
  })

  it('other shapes are text, and an auditor is shown those about supervisors too', () => {
    expect(requirementResults(of('us-pa-supervisor'), nothing)).toEqual([])
    expect(requirementsWithSupervisors(['PA']).map(({ id }) => id)).toContain('us-pa-supervisor')
  })
})

describe('days between sessions', () => {
  it('count to the end of the period, and are unknown where none was held', () => {
    expect(longestGap([held('2026-01-02'), held('2026-01-10')], january)).toBe(21)
    expect(longestGap([held('2026-01-02'), held('2026-01-20'), held('2026-01-30')], january)).toBe(18)
    expect(longestGap([held('2025-12-30')], january)).toBeNull()
  })
})

describe('qualified on the day', () => {
  const course = { course: 'Supervising peers', validFrom: '2025-01-01', validUntil: '2026-12-31' }
  it.each([
    ['2024-12-31', 'NO'],
    ['2025-01-01', 'YES'],
    ['2026-12-31', 'YES'],
    ['2027-01-01', 'NO'],
  ])('on %s: %s', (on, answer) => {
    expect(qualifiedOn(on, [course]).answer).toBe(answer)
  })

  it('is not known where nothing is recorded; a further record never takes a yes away', () => {
    const one = fc.tuple(day, fc.option(fc.nat(500))).map(([validFrom, days]) => ({
      ...{ course: 'Course', validFrom },
      validUntil: days === null ? null : addDays(validFrom, days),
    }))
    expect(qualifiedOn('2026-01-01', []).answer).toBe('UNKNOWN')
    fc.assert(
      fc.property(day, fc.array(one, { minLength: 1 }), one, (on, recorded, further) => {
        if (qualifiedOn(on, recorded).answer === 'YES')
          expect(qualifiedOn(on, [...recorded, further]).answer).toBe('YES')
      }),
    )
  })

  it.each([
    [{ course: ' ' }, 'course', 'required'],
    [{ validFrom: '2026-06-18' }, 'validFrom', 'in-the-future'],
    [{ validUntil: '2024-12-31' }, 'validUntil', 'before-its-start'],
    [{ hours: 0.3 }, 'hours', 'not-in-steps'],
    [{ hours: 0 }, 'hours', 'too-small'],
    [{ certificateNumber: 'x'.repeat(101) }, 'certificateNumber', 'too-long'],
  ])('refuses %o', (over, field, problem) => {
    expect(validateQualification({ ...course, ...over }, '2026-06-17')).toMatchObject([{ field, problem }])
  })
})

describe('the period of a record', () => {
  it('ends after it begins, and is at most 1,100 days', () => {
    expect(validateRecordPeriod({ from: '2026-02-01', to: '2026-01-31' })).toMatchObject([
      { problem: 'before-its-start' },
    ])
    expect(validateRecordPeriod({ from: '2020-01-01', to: '2026-01-31' })).toEqual([
      { field: 'to', problem: 'too-far-ahead', limit: '2023-01-04' },
    ])
    expect(validateRecordPeriod({ from: '2026-01-01', to: '2026-01-01' })).toEqual([])
  })
})
