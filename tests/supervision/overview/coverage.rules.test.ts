import { addDays } from '@alongside/shared/calendar/plain-date'
import {
  COVERAGE_STATES,
  coverageCell,
  coverageRank,
  coverageState,
  coverageTally,
  type CoveringRelationship,
} from '@alongside/shared/supervision/overview/coverage'
import { teamGroup, teamWeeks } from '@alongside/shared/supervision/overview/team-groups'
import { supervisionDue } from '@alongside/shared/supervision/relationships/cadence'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
// A Wednesday; its week ends on Sunday the 21st.
const TODAY = '2026-06-17'

const inForce = (parts: Partial<CoveringRelationship> = {}): CoveringRelationship => ({
  accepted: true,
  startsOn: '2026-01-01',
  isPaused: false,
  pausedFrom: null,
  due: { kind: 'ON_TRACK', overdueDays: 0 },
  ...parts,
})
const overdue = (overdueDays: number) => inForce({ due: { kind: 'OVERDUE', overdueDays } })

/** Any relationship, its due day computed as the caseload computes it. */
const anyRelationship = fc
  .record({
    cadenceDays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
    startedDaysAgo: fc.integer({ min: -20, max: 200 }),
    heldDaysAgo: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
    accepted: fc.boolean(),
    isPaused: fc.boolean(),
    leave: fc.option(fc.tuple(fc.integer({ min: -90, max: 30 }), fc.integer({ min: 0, max: 40 })), {
      nil: null,
    }),
  })
  .map(({ cadenceDays, startedDaysAgo, heldDaysAgo, accepted, isPaused, leave }) => {
    const startsOn = addDays(TODAY, -startedDaysAgo)
    const lastHeldOn = heldDaysAgo === null ? null : addDays(TODAY, -heldDaysAgo)
    const pauses = leave
      ? [{ startsOn: addDays(TODAY, leave[0]), endsOn: addDays(TODAY, leave[0] + leave[1]) }]
      : []
    const found =
      cadenceDays === null || isPaused
        ? null
        : supervisionDue({ cadenceDays, startedOn: startsOn, lastHeldOn, pauses }, TODAY)
    const due = found && { ...found, overdueDays: found.kind === 'OVERDUE' ? found.days : 0 }
    return { accepted, startsOn, isPaused, pausedFrom: null, due }
  })

describe('how one person is covered for one type', () => {
  it.each([
    ['nobody', [], 'NOT_ASSIGNED'],
    ['a proposal that waits', [inForce({ accepted: false, due: null })], 'NOT_STARTED'],
    ['one that begins tomorrow', [inForce({ startsOn: '2026-06-18' })], 'NOT_STARTED'],
    ['one that begins today', [inForce({ startsOn: TODAY })], 'ON_TIME'],
    ['an agreement without a cadence', [inForce({ due: null })], 'NO_SCHEDULE'],
    ['a leave', [inForce({ isPaused: true, due: null })], 'PAUSED'],
    ['a leave ahead, before anything is due', [inForce({ due: null, pausedFrom: '2026-06-20' })], 'PAUSED'],
    [
      'a session due this week',
      [inForce({ due: { kind: 'DUE_THIS_WEEK', overdueDays: 0 } })],
      'DUE_THIS_WEEK',
    ],
    ['one that is late beside one that is not', [inForce(), overdue(3)], 'OVERDUE'],
    ['one in force beside a proposal', [inForce({ accepted: false }), inForce()], 'ON_TIME'],
  ] as const)('%s', (_, relationships, state) => {
    expect(coverageCell(relationships, TODAY).state).toBe(state)
  })

  it('names the one that is longest overdue', () => {
    const [three, nine] = [overdue(3), overdue(9)]
    expect(coverageCell([three, nine], TODAY)).toEqual({ state: 'OVERDUE', overdueDays: 9, decidedBy: nine })
  })

  it('never says on time where the caseload of anybody says overdue', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.array(anyRelationship, { maxLength: 4 }), (relationships) => {
        const cell = coverageCell(relationships, TODAY)
        const begun = relationships.filter(({ accepted, startsOn }) => accepted && startsOn <= TODAY)
        const isLate = begun.some(({ due }) => due?.kind === 'OVERDUE')
        if (isLate) compared += 1
        expect(cell.state === 'OVERDUE').toBe(isLate)
        expect(cell.state === 'NOT_ASSIGNED').toBe(relationships.length === 0)
        const days = begun.map(({ due }) => due?.overdueDays ?? 0)
        expect(cell.overdueDays).toBe(isLate ? Math.max(...days) : 0)
      }),
      cases,
    )
    expect(compared).toBeGreaterThan(100)
  })

  it('does not depend on the order of the relationships', () => {
    fc.assert(
      fc.property(fc.array(anyRelationship, { maxLength: 4 }), (relationships) => {
        const [one, other] = [relationships, [...relationships].reverse()].map((each) => {
          const { state, overdueDays } = coverageCell(each, TODAY)
          return { state, overdueDays }
        })
        expect(one).toEqual(other)
      }),
      cases,
    )
  })
})

describe('all of them together', () => {
  it('counts each once, and those on leave apart', () => {
    const anyState = fc.constantFrom(...COVERAGE_STATES)
    fc.assert(
      fc.property(fc.array(anyState), (states) => {
        const tally = coverageTally(states)
        const { onTime, overdue: late, notAssigned, notStarted, noSchedule } = tally
        expect(onTime + late + notAssigned + notStarted + noSchedule).toBe(tally.of)
        expect(tally.of + tally.paused).toBe(states.length)
        expect(tally.dueThisWeek).toBeLessThanOrEqual(onTime)
      }),
      cases,
    )
  })

  it('puts nobody assigned before overdue, the longest overdue first, and on time after both', () => {
    const cell = (state: (typeof COVERAGE_STATES)[number], overdueDays = 0) => ({ state, overdueDays })
    const people = [
      [cell('ON_TIME'), cell('ON_TIME')],
      [cell('OVERDUE', 3), cell('ON_TIME')],
      [cell('NOT_ASSIGNED'), cell('ON_TIME')],
      [cell('ON_TIME'), cell('OVERDUE', 12)],
    ]
    const ranked = people.map((cells, at) => ({ at, rank: coverageRank(cells) }))
    ranked.sort((one, other) => one.rank[0] - other.rank[0] || one.rank[1] - other.rank[1])
    expect(ranked.map(({ at }) => at)).toEqual([2, 3, 1, 0])
  })

  it('has a state for every relationship', () => {
    fc.assert(
      fc.property(anyRelationship, (relationship) => {
        expect(COVERAGE_STATES).toContain(coverageState(relationship, TODAY))
      }),
      cases,
    )
  })
})

describe("the parts of a supervisor's list", () => {
  it.each([
    ['nothing due', [null], 'LATER'],
    ['due in six days', [{ kind: 'ON_TRACK', dueOn: '2026-06-23' }], 'NEXT_7_DAYS'],
    ['due in seven days', [{ kind: 'ON_TRACK', dueOn: '2026-06-24' }], 'LATER'],
    ['due today', [{ kind: 'DUE_THIS_WEEK', dueOn: TODAY }], 'NEXT_7_DAYS'],
    ['one late, one not', [null, { kind: 'OVERDUE', dueOn: '2026-06-10' }], 'OVERDUE'],
  ] as const)('%s', (_, dues, group) => {
    expect(teamGroup(dues, TODAY)).toBe(group)
  })

  it('are thirteen weeks from Monday on, this one last', () => {
    const weeks = teamWeeks(TODAY)
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([13, '2026-03-23', '2026-06-15'])
  })
})
