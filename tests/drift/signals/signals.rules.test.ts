import { addDays, startOfWeek } from '@alongside/shared/calendar/plain-date'
import { ACTIVITY_FUNCTIONS } from '@alongside/shared/drift/activities/activity-functions'
import { checkSignals, findingsOf } from '@alongside/shared/drift/signals/check-signals'
import { fallingLivedExperience } from '@alongside/shared/drift/signals/lived-experience'
import { noOtherPeers } from '@alongside/shared/drift/signals/other-peers'
import { againstValues, outOfRole } from '@alongside/shared/drift/signals/out-of-role'
import { ROLE_ANSWERS } from '@alongside/shared/drift/role-agreement/role-agreement'
import { DRIFT_SIGNALS, type SignalResult } from '@alongside/shared/drift/signals/signal'
import { clinicalSubstitution, errands, surveillance } from '@alongside/shared/drift/signals/substitution'
import { RECENT_WEEKS, SIGNAL_THRESHOLDS } from '@alongside/shared/drift/signals/thresholds'
import { type LineFact, roleAnswerOf, type WeekFact } from '@alongside/shared/drift/signals/week-facts'
import { DAYS_OF_SILENCE } from '@alongside/shared/drift/structural-signals'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }
/** A Thursday. */
const TODAY = '2026-03-05'
const monday = (back: number) => addDays(startOfWeek(TODAY), -7 * back)

const peerWork = (quarterHours: number): LineFact => ({
  quarterHours,
  function: 'ONGOING_SUPPORT',
  role: 'PART_OF_ROLE',
})
const week = (back: number, lines: readonly LineFact[], metPeers: boolean | null = null): WeekFact => ({
  id: `week ${back}`,
  week: monday(back),
  metPeers,
  lines,
})
/** Three logged weeks of 100 quarter hours in all, so many of them of this kind. */
const three = (quarters: number, line: Omit<LineFact, 'quarterHours'>): WeekFact[] => [
  week(0, [{ ...line, quarterHours: quarters }, peerWork(40 - quarters)]),
  week(2, [peerWork(30)]),
  week(4, [peerWork(30)]),
]
const figureOf = (result: SignalResult) =>
  result.state === 'RAISED' ? result.finding.figure : result.state === 'QUIET' ? result.figure : null
const state = ({ state: found }: SignalResult) => found

const aLine = fc.record({
  quarterHours: fc.integer({ min: 1, max: 120 }),
  function: fc.constantFrom(...ACTIVITY_FUNCTIONS),
  role: fc.option(fc.constantFrom(...ROLE_ANSWERS)),
})
const someWeeks = fc
  .uniqueArray(fc.nat(18), { maxLength: 19 })
  .chain((backs) =>
    fc.tuple(
      ...backs.map((back) =>
        fc
          .tuple(fc.array(aLine, { minLength: 1, maxLength: 5 }), fc.option(fc.boolean()))
          .map(([lines, met]) => week(back, lines, met)),
      ),
    ),
  )
const factsOf = (weeks: readonly WeekFact[]) => ({
  placements: [],
  relationships: [],
  since: '2025-01-01',
  weeks,
  courses: [],
})

describe.each([
  ['out of role', outOfRole, { function: 'ERRAND', role: 'OUTSIDE_ROLE' }, SIGNAL_THRESHOLDS.OUT_OF_ROLE],
  [
    'clinical work',
    clinicalSubstitution,
    { function: 'CLINICAL', role: null },
    SIGNAL_THRESHOLDS.CLINICAL_SUBSTITUTION,
  ],
  ['surveillance', surveillance, { function: 'SURVEILLANCE', role: null }, SIGNAL_THRESHOLDS.SURVEILLANCE],
  ['errands', errands, { function: 'ERRAND', role: null }, SIGNAL_THRESHOLDS.ERRANDS],
  [
    'against values',
    againstValues,
    { function: 'ERRAND', role: 'AGAINST_VALUES' },
    SIGNAL_THRESHOLDS.AGAINST_VALUES,
  ],
] as const)('the signal of %s', (_name, signal, line, threshold) => {
  it('is quiet below and at its threshold, and fires above it with the weeks behind it', () => {
    if (threshold > 0) expect(signal(three(threshold - 1, line), TODAY)).toMatchObject({ state: 'QUIET' })
    expect(signal(three(threshold, line), TODAY)).toMatchObject({
      state: 'QUIET',
      figure: threshold,
      threshold,
    })
    expect(signal(three(threshold + 1, line), TODAY)).toMatchObject({
      state: 'RAISED',
      finding: { figure: threshold + 1, threshold, version: 1, entries: ['week 0'] },
    })
  })

  it('says what is missing instead of being quiet about too few weeks', () => {
    expect(signal(three(0, line).slice(1), TODAY)).toMatchObject({
      state: 'UNKNOWN',
      missing: 'RECENT_WEEKS',
    })
  })

  it('does not look at weeks of long ago, or at one that has not begun', () => {
    const far = [
      week(RECENT_WEEKS, [{ ...line, quarterHours: 90 }]),
      week(-1, [{ ...line, quarterHours: 90 }]),
    ]
    expect(signal([...three(0, line), ...far], TODAY)).toMatchObject({ state: 'QUIET', figure: 0 })
  })
})

describe('the role agreement', () => {
  it('is what the signals of the role rest on: without one they never fire', patience, () => {
    fc.assert(
      fc.property(someWeeks, (weeks) => {
        const bare = weeks.map((one) => ({
          ...one,
          lines: one.lines.map((line) => ({ ...line, role: null })),
        }))
        expect(state(outOfRole(bare, TODAY))).toBe('UNKNOWN')
        expect(state(againstValues(bare, TODAY))).toBe('UNKNOWN')
      }),
      cases,
    )
  })

  it('is asked for by name where enough weeks are logged', () => {
    const bare = three(40, { function: 'ERRAND', role: null }).map((one) => ({
      ...one,
      lines: one.lines.map((line) => ({ ...line, role: null })),
    }))
    expect(outOfRole(bare, TODAY)).toMatchObject({ state: 'UNKNOWN', missing: 'AGREEMENT' })
  })

  it('is right where our reading of an activity says otherwise', () => {
    for (const [signal, kind] of [
      [clinicalSubstitution, 'CLINICAL'],
      [surveillance, 'SURVEILLANCE'],
      [errands, 'ERRAND'],
    ] as const)
      expect(figureOf(signal(three(40, { function: kind, role: 'PART_OF_ROLE' }), TODAY))).toBe(0)
  })

  it('of several placements counts for the peer: part of the role in one is part of the role', () => {
    expect(roleAnswerOf(['AGAINST_VALUES', 'PART_OF_ROLE', 'OUTSIDE_ROLE'])).toBe('PART_OF_ROLE')
    expect(roleAnswerOf(['AGAINST_VALUES', 'NOT_ANSWERED'])).toBe('NOT_ANSWERED')
    expect(roleAnswerOf(['AGAINST_VALUES', 'OUTSIDE_ROLE'])).toBe('OUTSIDE_ROLE')
    expect(roleAnswerOf([])).toBeNull()
  })

  it('never reads a larger share outside the role because of more time inside it', patience, () => {
    fc.assert(
      fc.property(someWeeks, fc.nat(4), fc.integer({ min: 1, max: 200 }), (weeks, back, more) => {
        const before = figureOf(outOfRole(weeks, TODAY))
        const added = weeks.some((one) => one.week === monday(back))
          ? weeks.map((one) =>
              one.week === monday(back) ? { ...one, lines: [...one.lines, peerWork(more)] } : one,
            )
          : [...weeks, week(back, [peerWork(more)])]
        const after = figureOf(outOfRole(added, TODAY))
        if (before !== null) expect(after).toBeLessThanOrEqual(before)
      }),
      cases,
    )
  })
})

describe('less work that draws on lived experience', () => {
  const quarter = Array.from({ length: 8 }, (_, at) => week(5 + at, [peerWork(100)]))
  const now = (lived: number) =>
    [0, 1, 2].map((back) =>
      week(back, [peerWork(lived), { quarterHours: 100 - lived, function: 'ADMINISTRATIVE', role: null }]),
    )

  it('is quiet below and at a third less, and fires above it', () => {
    expect(fallingLivedExperience([...quarter, ...now(68)], TODAY)).toMatchObject({
      state: 'QUIET',
      figure: 32,
    })
    expect(fallingLivedExperience([...quarter, ...now(67)], TODAY)).toMatchObject({
      state: 'QUIET',
      figure: 33,
    })
    expect(fallingLivedExperience([...quarter, ...now(66)], TODAY)).toMatchObject({
      state: 'RAISED',
      finding: { figure: 34, threshold: 33, entries: ['week 0', 'week 1', 'week 2'] },
    })
  })

  it('compares nobody who has no past here, and counts a share that grew as no fall', () => {
    const missing = fallingLivedExperience([...quarter.slice(1), ...now(0)], TODAY)
    expect(missing).toMatchObject({ state: 'UNKNOWN', missing: 'PAST_WEEKS' })
    const grown = quarter.map((one) => ({ ...one, lines: now(50)[0]?.lines ?? [] }))
    expect(figureOf(fallingLivedExperience([...grown, ...now(90)], TODAY))).toBe(0)
  })
})

describe('no time with other peers', () => {
  const alone = (weeks: number) =>
    Array.from({ length: weeks }, (_, at) => week(at + 1, [peerWork(40)], false))

  it('counts from the Sunday of the last meeting, and fires after 31 days', () => {
    const told = [...alone(4), week(5, [peerWork(40)], true)]
    expect(figureOf(noOtherPeers(told, addDays(monday(0), 2)))).toBe(31)
    expect(state(noOtherPeers(told, addDays(monday(0), 2)))).toBe('QUIET')
    expect(noOtherPeers(told, addDays(monday(0), 3))).toMatchObject({
      state: 'RAISED',
      finding: { figure: 32, threshold: 31, entries: ['week 1', 'week 2', 'week 3', 'week 4'] },
    })
  })

  it('takes a week without an answer for a week in which they may have met', () => {
    const told = alone(8).map((one) => (one.week === monday(3) ? { ...one, metPeers: null } : one))
    expect(noOtherPeers(told, TODAY)).toMatchObject({ state: 'UNKNOWN', missing: 'OTHER_PEERS' })
    const gap = alone(8).filter((one) => one.week !== monday(3))
    expect(noOtherPeers(gap, TODAY)).toMatchObject({ state: 'UNKNOWN', missing: 'OTHER_PEERS' })
    expect(noOtherPeers([], TODAY)).toMatchObject({ state: 'UNKNOWN', missing: 'OTHER_PEERS' })
  })

  it('is quiet as soon as one week says that they met', () => {
    const met = week(0, [peerWork(4)], true)
    expect(noOtherPeers([...alone(8), met], TODAY)).toMatchObject({ state: 'QUIET', figure: 0 })
  })
})

describe('all signals about one peer', () => {
  it('are asked in one order, each with its version', () => {
    const results = checkSignals(factsOf([]), TODAY)
    expect(results.map(({ signal }) => signal)).toEqual(DRIFT_SIGNALS)
  })

  it('do not depend on the order of weeks or lines', patience, () => {
    fc.assert(
      fc.property(someWeeks, (weeks) => {
        const turned = weeks.map((one) => ({ ...one, lines: [...one.lines].reverse() })).reverse()
        expect(checkSignals(factsOf(turned), TODAY)).toEqual(checkSignals(factsOf(weeks), TODAY))
      }),
      cases,
    )
  })

  it('fire only above their threshold, and rest on weeks that were logged', patience, () => {
    fc.assert(
      fc.property(someWeeks, (weeks) => {
        const ids = weeks.map(({ id }) => id)
        for (const { figure, threshold, entries, version } of findingsOf(
          checkSignals(factsOf(weeks), TODAY),
        )) {
          expect(figure).toBeGreaterThan(threshold)
          expect(entries.length).toBeGreaterThan(0)
          expect(entries.every((id) => ids.includes(id))).toBe(true)
          expect(version).toBe(1)
        }
      }),
      cases,
    )
  })

  it('never raise two flags over the same weeks: silence after a flag outlasts the weeks that are looked at', () => {
    expect(7 * RECENT_WEEKS).toBeLessThan(DAYS_OF_SILENCE)
  })
})
