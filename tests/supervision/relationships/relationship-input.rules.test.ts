import { addDays, daysBetween, type PlainDate } from '@alongside/shared/calendar/plain-date'
import {
  reassignmentDays,
  validateReassignment,
  validateProposeRelationship,
  MAX_SUBSTITUTE_DAYS,
} from '@alongside/shared/supervision/relationships/relationship-input'
import { SUPERVISION_TYPES } from '@alongside/shared/supervision/supervision-types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }
const TODAY = '2026-06-17'
const dayOf = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => addDays(TODAY, n))
const TOMORROW = '2026-06-18'
const proposal = { supervisorId: 'one', peerId: 'two', type: 'EDUCATIONAL', startsOn: TOMORROW }
const substitute = (startsOn: PlainDate, endsOn: PlainDate | null) => ({
  ...proposal,
  startsOn,
  endsOn,
  isSubstitute: true,
  standsInForId: 'away',
})
const problems = (validationErrors: readonly { field: string; problem: string }[]): string[] =>
  validationErrors.map(({ field, problem }) => `${field} ${problem}`)

describe('a proposal as entered', () => {
  it.each([
    [{ supervisorId: 'TWO', peerId: 'two' }, 'supervisorId not-an-option'],
    [{ supervisorId: '' }, 'supervisorId required'],
    [{ type: 'PASTORAL' }, 'type not-an-option'],
    [{ startsOn: '' }, 'startsOn required'],
    [{ startsOn: '2026-02-30' }, 'startsOn not-a-date'],
    [{ startsOn: TODAY }, 'startsOn too-long-ago'],
    [{ type: 'ADMINISTRATIVE', startsOn: TODAY }, 'startsOn too-long-ago'],
    [{ type: 'SUPPORTIVE', startsOn: '2026-06-16' }, 'startsOn too-long-ago'],
    [{ startsOn: '2027-06-18' }, 'startsOn too-far-ahead'],
    [{ endsOn: '2026-06-16' }, 'endsOn before-its-start'],
    [{ endsOn: 'soon' }, 'endsOn not-a-date'],
    [{ isSubstitute: true, endsOn: TOMORROW }, 'standsInForId required'],
    [{ isSubstitute: true, standsInForId: 'away' }, 'endsOn required'],
    [{ standsInForId: 'away' }, 'standsInForId not-an-option'],
  ])('with %j is refused: %s', (over, problem) => {
    expect(problems(validateProposeRelationship({ ...proposal, ...over }, TODAY))).toEqual([problem])
  })

  it('passes from tomorrow to a year ahead, with and without a last day; support waits for the peer anyway', () => {
    expect(validateProposeRelationship({ ...proposal, type: 'SUPPORTIVE', startsOn: TODAY }, TODAY)).toEqual(
      [],
    )
    for (const startsOn of [TOMORROW, addDays(TODAY, 365)]) {
      expect(validateProposeRelationship({ ...proposal, startsOn }, TODAY)).toEqual([])
      expect(validateProposeRelationship({ ...proposal, startsOn, endsOn: startsOn }, TODAY)).toEqual([])
    }
  })
})

describe('the days of a substitute', () => {
  it('pass exactly from the first day to 366 days later', patience, () => {
    fc.assert(
      fc.property(dayOf(1, 365), fc.integer({ min: -400, max: 800 }), (startsOn, length) => {
        const validationErrors = validateProposeRelationship(
          substitute(startsOn, addDays(startsOn, length)),
          TODAY,
        )
        expect(validationErrors.length === 0).toBe(length >= 0 && length <= MAX_SUBSTITUTE_DAYS)
      }),
      cases,
    )
  })

  it('name the last day that would be allowed', () => {
    expect(
      validateProposeRelationship(substitute(TOMORROW, addDays(TOMORROW, MAX_SUBSTITUTE_DAYS + 1)), TODAY),
    ).toEqual([{ field: 'endsOn', problem: 'too-far-ahead', limit: addDays(TOMORROW, MAX_SUBSTITUTE_DAYS) }])
  })
})

describe('a reassignment', () => {
  it('leaves no day between the two, and none that both hold', patience, () => {
    fc.assert(
      fc.property(dayOf(-5_000, 5_000), (lastOn) => {
        const { endsOn, startsOn } = reassignmentDays(lastOn)
        expect([endsOn, daysBetween(endsOn, startsOn)]).toEqual([lastOn, 1])
      }),
      cases,
    )
  })

  it('ends as late as the next may begin, and begins where a proposal may begin', patience, () => {
    fc.assert(
      fc.property(dayOf(-800, 800), fc.constantFrom(...SUPERVISION_TYPES), (lastOn, type) => {
        const allowed = validateReassignment({ supervisorId: 'one', lastOn }, type, TODAY).length === 0
        const earliest = type === 'SUPPORTIVE' ? addDays(TODAY, -1) : TODAY
        expect(allowed).toBe(lastOn >= earliest && lastOn <= addDays(TODAY, 364))
        if (!allowed) return
        const { startsOn } = reassignmentDays(lastOn)
        expect(validateProposeRelationship({ ...proposal, type, startsOn }, TODAY)).toEqual([])
      }),
      cases,
    )
  })

  it('needs somebody and a day', () => {
    expect(problems(validateReassignment({ supervisorId: '', lastOn: '' }, 'EDUCATIONAL', TODAY))).toEqual([
      'supervisorId required',
      'lastOn required',
    ])
    expect(
      problems(validateReassignment({ supervisorId: 'one', lastOn: 'soon' }, 'EDUCATIONAL', TODAY)),
    ).toEqual(['lastOn not-a-date'])
  })
})
